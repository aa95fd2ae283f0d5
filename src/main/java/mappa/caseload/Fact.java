package mappa.caseload;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Something about a person that may not be known. Unknown is not none, so the reason why there is
/// no value is part of the answer and is printed in words, never as a blank.
public sealed interface Fact<T> {

    /// Why there is no value.
    enum Why {
        /// Nobody has asked, or nobody wrote the answer down.
        NOT_RECORDED("caseload.fact.not-recorded"),
        /// Somebody asked and the answer is not known.
        ASKED_NOT_KNOWN("caseload.fact.asked-not-known"),
        /// The question does not arise: no release date for somebody who was not in custody.
        NOT_APPLICABLE("caseload.fact.not-applicable");

        private final String message;

        Why(String message) {
            this.message = message;
        }

        /// Key of its words in the message bundles.
        public String message() {
            return message;
        }
    }

    record Known<T>(T value) implements Fact<T> {
        @Override
        public String toString() {
            return "Known"; // values are about people and must not reach a log
        }
    }

    record Missing<T>(Why why) implements Fact<T> {}

    static <T> Fact<T> known(T value) {
        return new Known<>(value);
    }

    static <T> Fact<T> notRecorded() {
        return new Missing<>(Why.NOT_RECORDED);
    }

    static <T> Fact<T> askedNotKnown() {
        return new Missing<>(Why.ASKED_NOT_KNOWN);
    }

    static <T> Fact<T> notApplicable() {
        return new Missing<>(Why.NOT_APPLICABLE);
    }

    /// From the two columns that keep a fact: exactly one of them is set.
    static <T> Fact<T> of(@Nullable T value, @Nullable Why why) {
        if ((value == null) == (why == null)) {
            throw new IllegalArgumentException("a fact has a value or a reason why it has none");
        }
        return value != null ? new Known<>(value) : new Missing<>(why);
    }

    default Optional<T> toOptional() {
        return switch (this) {
            case Known<T>(var value) -> Optional.of(value);
            case Missing<T> _ -> Optional.empty();
        };
    }

    default Optional<Why> reason() {
        return switch (this) {
            case Known<T> _ -> Optional.empty();
            case Missing<T>(var why) -> Optional.of(why);
        };
    }

    default boolean isKnown() {
        return this instanceof Known<T>;
    }

    default <R> Fact<R> map(Function<T, R> change) {
        return switch (this) {
            case Known<T>(var value) -> new Known<>(change.apply(value));
            case Missing<T>(var why) -> new Missing<>(why);
        };
    }
}
