package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotaTest {
    @Test
    void aRoundOfFiveIsThreeOneAndOne() {
        assertThat(Quota.of(5, 100, 0)).isEqualTo(new Quota(3, 1, 1));
        assertThat(Quota.of(10, 100, 0)).isEqualTo(new Quota(6, 2, 2));
        assertThat(Quota.of(1, 100, 0)).isEqualTo(new Quota(1, 0, 0));
    }

    @Test
    void thePartsAlwaysAddUpToTheRound() {
        for (int questions = 1; questions <= 100; questions++) {
            for (int unseen : new int[] {0, 3, 50, 1000}) {
                for (int days : new int[] {0, 1, 2, 30}) {
                    Quota quota = Quota.of(questions, unseen, days);
                    assertThat(quota.due() + quota.samePoint() + quota.unseen()).isEqualTo(questions);
                    assertThat(quota.due()).isNotNegative();
                    assertThat(quota.samePoint()).isNotNegative();
                    assertThat(quota.unseen()).isNotNegative();
                }
            }
        }
    }

    @Test
    void onTheLastDayBeforeAnInterviewEverythingNewIsNow() {
        assertThat(Quota.of(10, 4, 1)).isEqualTo(new Quota(4, 2, 4));
        assertThat(Quota.of(10, 40, 1)).isEqualTo(new Quota(0, 0, 10));
    }
}
