package mappa.rule;

import java.util.List;

/// A command was refused because a rule does not allow it; nothing has changed.
///
/// The words are in the message bundles under [#message()]; the arguments say what was expected and
/// what was found and never name a person.
public class RuleBroken extends RuntimeException {

    private final Rule rule;
    private final String message;
    private final transient List<Object> arguments;

    /// @param message key in the bundle of the rule's feature, for example
    ///   `referral.already-decided`
    public RuleBroken(Rule rule, String message, Object... arguments) {
        super("R-" + rule.id() + " " + message);
        this.rule = rule;
        this.message = message;
        this.arguments = List.of(arguments);
    }

    public Rule rule() {
        return rule;
    }

    /// Key of the words in the message bundles.
    public String message() {
        return message;
    }

    /// Values for the placeholders of the message, in order.
    public List<Object> arguments() {
        return arguments;
    }

    /// Each single thing that is missing, where one refusal names several; empty where it is one.
    public List<Part> parts() {
        return List.of();
    }

    /// One of several things that are missing.
    ///
    /// @param about what it concerns: a code, for example of a section
    /// @param message key of the words in the message bundles
    /// @param arguments values for their placeholders, in order
    public record Part(String about, Rule rule, String message, List<Object> arguments) {}
}
