package mappa.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a request was refused, for a program (RFC 9457) and, as a page, for a person.
///
/// @param type `/problems/rule-broken` and the like
/// @param rule number of the rule, `R-REF-03`; null where none was broken
/// @param detail what was expected and what was found; names no person
/// @param instance correlation id of the request
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String rule,
        @Nullable String detail,
        @Nullable List<FieldProblem> errors,
        @Nullable String instance) {

    /// @param pointer JSON pointer of the field: `#/person/surname`
    /// @param rule number of the rule, `R-DIS-14`; null where none was broken
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldProblem(String pointer, String detail, @Nullable String rule) {

        public FieldProblem(String pointer, String detail) {
            this(pointer, detail, null);
        }
    }
}
