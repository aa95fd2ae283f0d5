package mappa.caseload;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The numbers by which other systems know a person, each with the form it has there.
///
/// A number is kept in one spelling, so that two people typing it differently type the same.
public enum IdentifierKind {
    /// Police National Computer: year, serial, check letter; `2003/0011985X`.
    PNC {
        private final Pattern form = Pattern.compile("(\\d{4}|\\d{2})/?(\\d{1,7})([A-Z])");

        @Override
        Optional<String> parse(String typed) {
            var match = form.matcher(typed);
            if (!match.matches()) {
                return Optional.empty();
            }
            var year = match.group(1);
            var shortYear = year.substring(year.length() - 2);
            var serial = "%07d".formatted(Integer.parseInt(match.group(2)));
            if (match.group(3).charAt(0) != checkLetter(shortYear + serial)) {
                return Optional.empty();
            }
            return Optional.of(fullYear(year) + "/" + serial + match.group(3));
        }
    },
    /// Criminal Records Office: `265416/21G`, or `SF39/000123A` in the older series.
    CRO {
        private final Pattern form = Pattern.compile("(\\d{1,6})/(\\d{2})([A-Z])");
        private final Pattern series = Pattern.compile("SF(\\d{2})/(\\d{1,6})([A-Z])");

        @Override
        Optional<String> parse(String typed) {
            var match = form.matcher(typed);
            if (match.matches()) {
                var serial = "%06d".formatted(Integer.parseInt(match.group(1)));
                return match.group(3).charAt(0) == checkLetter(match.group(2) + serial)
                        ? Optional.of(serial + "/" + match.group(2) + match.group(3))
                        : Optional.empty();
            }
            match = series.matcher(typed);
            if (match.matches()) {
                return match.group(3).charAt(0) == checkLetter(match.group(1) + match.group(2))
                        ? Optional.of("SF" + match.group(1) + "/" + match.group(2) + match.group(3))
                        : Optional.empty();
            }
            return Optional.empty();
        }
    },
    /// Prison number: `A1234BC`.
    PRISON_NUMBER {
        @Override
        Optional<String> parse(String typed) {
            return Optional.of(typed).filter(t -> t.matches("[A-Z]\\d{4}[A-Z]{2}"));
        }
    },
    /// Probation case reference number: `X123456`.
    CRN {
        @Override
        Optional<String> parse(String typed) {
            return Optional.of(typed).filter(t -> t.matches("[A-Z]\\d{6}"));
        }
    },
    /// NHS number: ten digits, the last of them checks the others.
    NHS {
        @Override
        Optional<String> parse(String typed) {
            var digits = typed.replace("-", "");
            if (!digits.matches("\\d{10}")) {
                return Optional.empty();
            }
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (10 - i) * (digits.charAt(i) - '0');
            }
            int check = (11 - sum % 11) % 11; // 10 is never given out
            return check == digits.charAt(9) - '0' ? Optional.of(digits) : Optional.empty();
        }
    },
    /// Reference in ViSOR. Its form is not public, so only plain characters are asked for.
    VISOR {
        @Override
        Optional<String> parse(String typed) {
            return Optional.of(typed).filter(t -> t.matches("[A-Z0-9/-]{3,20}"));
        }
    };

    private static final String CHECK_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

    /// Key of the words that say which form is expected.
    public String expected() {
        return "caseload.identifier.expected." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The number in its one spelling, or empty if it has not the form it has elsewhere.
    public Optional<String> spell(String typed) {
        return parse(typed.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", ""));
    }

    /// @param typed upper case and without blanks
    abstract Optional<String> parse(String typed);

    private static char checkLetter(String digits) {
        return CHECK_LETTERS.charAt(Integer.parseInt(digits) % CHECK_LETTERS.length());
    }

    /// The series began in the 1920s: two digits above 50 are of the last century.
    private static String fullYear(String year) {
        if (year.length() == 4) {
            return year;
        }
        return String.valueOf(Integer.parseInt(year) + (Integer.parseInt(year) > 50 ? 1900 : 2000));
    }
}
