package mappa.rule;

import java.util.List;

/// A command whose fields do not have the right shape; nothing has changed.
public class Invalid extends RuntimeException {

    /// One field that is wrong.
    ///
    /// @param field name of the form field and of the JSON property, dotted where nested:
    ///   `person.surname`
    /// @param message key in the message bundles; its words say what was expected and what was
    ///   found
    /// @param arguments values for the placeholders of the message, in order
    public record Problem(String field, String message, List<Object> arguments) {
        public static Problem of(String field, String message, Object... arguments) {
            return new Problem(field, message, List.of(arguments));
        }
    }

    private final transient List<Problem> problems;

    /// @param problems at least one, in the order of the form
    public Invalid(List<Problem> problems) {
        super(problems.size() + " invalid field(s)");
        this.problems = List.copyOf(problems);
    }

    public Invalid(String field, String message, Object... arguments) {
        this(List.of(Problem.of(field, message, arguments)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
