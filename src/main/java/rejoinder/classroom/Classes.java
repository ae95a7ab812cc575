package rejoinder.classroom;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import rejoinder.account.Account;
import rejoinder.account.AccountException;
import rejoinder.account.Accounts;
import rejoinder.account.Invitation;
import rejoinder.account.PersonName;
import rejoinder.account.Role;
import rejoinder.plan.CandidateId;

/**
 * The use cases of classes: making them, inviting people into them, leaving them. A class is looked after by the reviewer who made it, and by every administrator;
 * for everybody else it is not there.
 */
public final class Classes {
    /** How long the name of a class or an assignment may be. */
    public static final int LONGEST_NAME = 100;

    private final ClassStore store;
    private final Accounts accounts;
    private final InstantSource clock;
    private final Supplier<String> tokens;

    /**
     * @param store where classes are kept
     * @param accounts for invitations
     * @param clock the time
     * @param tokens unguessable names
     */
    public Classes(ClassStore store, Accounts accounts, InstantSource clock, Supplier<String> tokens) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** A name that can be shown in a line. */
    static String name(String field, String written) {
        String name = written.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new ClassroomException.NotTaken(
                    field, "A name has 1 to " + LONGEST_NAME + " characters in one line.");
        }
        return name;
    }

    /**
     * Makes a class.
     *
     * @throws ClassroomException.NotTaken if the name is not valid
     */
    public Classroom make(Account reviewer, String written) {
        Classroom made =
                new Classroom(new ClassId(tokens.get()), name("name", written), reviewer.id(), clock.instant());
        store.make(made);
        return made;
    }

    /** The first classes that somebody manages, by name; no more than so many. */
    public List<Classroom> lookedAfter(Account reviewer, int most) {
        return store.of(managed(reviewer), most);
    }

    /** How many classes somebody manages. */
    public int lookedAfter(Account reviewer) {
        return store.classes(managed(reviewer));
    }

    private static ClassStore.Managed managed(Account reviewer) {
        return new ClassStore.Managed(reviewer.role() == Role.ADMIN ? Optional.empty() : Optional.of(reviewer.id()));
    }

    private static boolean isLookedAfter(Classroom one, Account reviewer) {
        return one.reviewer().equals(reviewer.id()) || reviewer.role() == Role.ADMIN;
    }

    /**
     * A class that somebody manages.
     *
     * @throws ClassroomException.NoSuchClass if it is not theirs
     */
    public Classroom open(Account reviewer, ClassId id) {
        return store.find(id)
                .filter(one -> isLookedAfter(one, reviewer))
                .orElseThrow(ClassroomException.NoSuchClass::new);
    }

    /**
     * Deletes a class; what its members answered stays theirs.
     *
     * @throws ClassroomException.NoSuchClass if it is not theirs
     */
    public void delete(Account reviewer, ClassId id) {
        store.delete(open(reviewer, id).id());
    }

    /** Who is in a class, by name. */
    public List<Member> members(Classroom classroom) {
        return store.members(classroom.id());
    }

    /** The first members of a class with some words in their names, by name; no more than so many. */
    public List<Member> members(Classroom classroom, String words, int most) {
        return store.members(classroom.id(), words, most);
    }

    /** How many members of a class have some words in their names. */
    public int membersWith(Classroom classroom, String words) {
        return store.membersWith(classroom.id(), words);
    }

    /** What a class was assigned, the last to open first. */
    public List<Assignment> assignments(Classroom classroom) {
        return store.assignments(classroom.id());
    }

    /** Likewise, no more than so many. */
    public List<Assignment> assignments(Classroom classroom, int most) {
        return store.assignments(classroom.id(), most);
    }

    /** How many interviews a class was assigned. */
    public int assignmentsOf(Classroom classroom) {
        return store.assignmentsOf(classroom.id());
    }

    /**
     * Invites people into a class; all of them, or none if a name is refused.
     *
     * @throws ClassroomException.NoSuchClass if it is not theirs
     * @throws AccountException.NotTaken if one is not a name, or of somebody who is in the class
     */
    public List<Accounts.Invited> invite(Account reviewer, ClassId id, List<String> names) {
        Classroom classroom = open(reviewer, id);
        List<String> there = members(classroom).stream()
                .map(member -> PersonName.key(member.name()))
                .toList();
        for (String name : names) {
            if (there.contains(PersonName.key(PersonName.of(name)))) {
                throw new ClassroomException.NotTaken("names", name.strip() + " is in this class already.");
            }
        }
        return names.stream().map(name -> accounts.inviteInto(id.value(), name)).toList();
    }

    /** The open invitations into a class, the newest first. */
    public List<Invitation> invitations(Classroom classroom) {
        return accounts.invitations(classroom.id().value());
    }

    /** Likewise, the newest with some words in their names; no more than so many. */
    public List<Invitation> invitations(Classroom classroom, String words, int most) {
        return accounts.invitations(classroom.id().value(), words, most);
    }

    /** How many open invitations into a class have some words in their names. */
    public int invitationsWith(Classroom classroom, String words) {
        return accounts.invitationsWith(classroom.id().value(), words);
    }

    /**
     * Takes an invitation into a class back.
     *
     * @throws ClassroomException.NoSuchClass if it is not theirs
     * @throws AccountException.NoSuchInvitation if there is none into this class
     */
    public void withdraw(Account reviewer, ClassId id, String invitation) {
        boolean into = invitations(open(reviewer, id)).stream()
                .anyMatch(open -> open.id().equals(invitation));
        // one into another class is as unknown as any other
        accounts.withdraw(into ? invitation : "");
    }

    /**
     * Takes somebody out of a class.
     *
     * @throws ClassroomException.NoSuchClass if it is not theirs, or the person is not in it
     */
    public void remove(Account reviewer, ClassId id, CandidateId member) {
        leave(member, open(reviewer, id).id());
    }

    /** The classes that somebody is in, by name. */
    public List<Classroom> of(CandidateId member) {
        return store.of(member);
    }

    /**
     * Leaves a class; its reviewer sees nothing of theirs from then on.
     *
     * @throws ClassroomException.NoSuchClass if they are not in it
     */
    public void leave(CandidateId member, ClassId id) {
        if (!store.leave(id, member)) {
            throw new ClassroomException.NoSuchClass();
        }
    }

    /**
     * Chooses what the reviewer of a class sees of somebody's practice.
     *
     * @throws ClassroomException.NoSuchClass if they are not in it
     */
    public void show(CandidateId member, ClassId id, PracticeVisibility shown) {
        if (!store.show(id, member, shown)) {
            throw new ClassroomException.NoSuchClass();
        }
    }

    /** What somebody in a class shows of their practice. */
    public PracticeVisibility shown(CandidateId member, Classroom classroom) {
        return store.member(classroom.id(), member).map(Member::shows).orElse(PracticeVisibility.NOTHING);
    }

    /** The name of a reviewer, who may be gone. */
    public String reviewer(CandidateId id) {
        return accounts.name(id).orElse("a former reviewer");
    }

    /** The name of an invitation's class; empty if it leads into none. */
    public String called(Invitation invitation) {
        return store.find(new ClassId(invitation.classroom()))
                .map(Classroom::name)
                .orElse("");
    }
}
