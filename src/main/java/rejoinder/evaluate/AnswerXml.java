package rejoinder.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The XML of SemEval-2013 task 7 and of SAF, which has grown out of it: a {@code question} with {@code questionText}, {@code referenceAnswers} and
 * {@code studentAnswers}. In SemEval an answer is text with an attribute {@code accuracy}, here a score of 1 for {@code correct} and 0 for any other label; in
 * SAF it is a {@code response}, a {@code score} from 0 to 1 and a {@code verification_feedback}. A document type is refused and nothing outside the file is read.
 */
final class AnswerXml {
    private static final XMLInputFactory FACTORY = factory();

    private final Path file;
    private final XMLStreamReader xml;
    private final List<GradedAnswer> answers;
    private boolean scored;

    private AnswerXml(Path file, XMLStreamReader xml, List<GradedAnswer> answers) {
        this.file = file;
        this.xml = xml;
        this.answers = answers;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it refers to " + systemId + ", which is not read");
        });
        return factory;
    }

    static GradedSet read(List<Path> files) throws IOException {
        List<GradedAnswer> answers = new ArrayList<>();
        boolean scored = false;
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                AnswerXml reader = new AnswerXml(file, FACTORY.createXMLStreamReader(in), answers);
                reader.readQuestions();
                scored |= reader.scored;
            } catch (XMLStreamException e) {
                int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
                throw new AnswerFileException(file + ":" + line + ": This is not readable XML ("
                        + String.valueOf(e.getMessage())
                                .replaceAll("(?s).*Message: ", "")
                                .replaceAll("\\s+", " ")
                        + "); give the file as it was published.");
            }
        }
        return new GradedSet(scored ? "SAF XML" : "SemEval-2013 task 7 XML", 1, answers);
    }

    private void readQuestions() throws XMLStreamException {
        boolean found = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw wrong("This file declares a document type, which is not read; take the DOCTYPE out.");
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("question")) {
                found = true;
                readQuestion();
            }
        }
        if (!found) {
            throw wrong("There is no <question> in this file; give a file of SemEval-2013 task 7 or of SAF.");
        }
    }

    private void readQuestion() throws XMLStreamException {
        String id = attribute("id");
        String question = "";
        List<String> references = new ArrayList<>();
        for (int event = xml.next(); !ends(event, "question"); event = xml.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "questionText" -> question = text();
                case "referenceAnswer" -> {
                    String reference = text();
                    if (!reference.isEmpty()) {
                        references.add(reference);
                    }
                }
                case "studentAnswer" -> {
                    if (question.isEmpty() || references.isEmpty()) {
                        throw wrong(
                                "An answer stands before the question's text or its reference answer; give the file as it was published.");
                    }
                    readAnswer(id.isEmpty() ? question : id, question, references);
                }
                default -> {
                    // wrappers, and what the grader does not use
                }
            }
        }
    }

    private void readAnswer(String id, String question, List<String> references) throws XMLStreamException {
        String accuracy = attribute("accuracy").toLowerCase(Locale.ROOT);
        if (!accuracy.isEmpty()) {
            double score = accuracy.equals(GradedAnswer.CORRECT) ? 1 : 0;
            answers.add(new GradedAnswer(id, question, references, text(), score, accuracy));
            return;
        }
        String response = "";
        String kind = "";
        double score = Double.NaN;
        for (int event = xml.next(); !ends(event, "studentAnswer"); event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "response" -> response = text();
                    case "verification_feedback" -> kind = text().toLowerCase(Locale.ROOT);
                    case "score" -> score = score(text());
                    default -> {
                        // feedback for the student
                    }
                }
            }
        }
        if (Double.isNaN(score)) {
            throw wrong(
                    "This answer has neither an attribute accuracy nor a <score>; give the file as it was published.");
        }
        scored = true;
        answers.add(new GradedAnswer(id, question, references, response, score, kind));
    }

    private double score(String text) {
        return GradedAnswer.score(text)
                .orElseThrow(() -> wrong("The score is '" + text + "'; a score is a number from 0 to 1."));
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private String attribute(String name) {
        return orEmpty(xml.getAttributeValue(null, name));
    }

    private String text() throws XMLStreamException {
        return xml.getElementText().strip().replaceAll("\\s+", " ");
    }

    private boolean ends(int event, String element) {
        return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
    }

    private AnswerFileException wrong(String message) {
        return new AnswerFileException(file + ":" + xml.getLocation().getLineNumber() + ": " + message);
    }
}
