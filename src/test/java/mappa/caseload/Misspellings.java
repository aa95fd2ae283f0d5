package mappa.caseload;

import java.util.List;
import java.util.Random;

/// Invented names, and the ways in which people get them wrong.
final class Misspellings {

    private static final List<String> ROOTS =
            List.of(
                    "Ash", "Barrow", "Castle", "Dun", "East", "Fair", "Green", "Hather", "Ince",
                    "Jess", "Kettle", "Lang", "Mickle", "Nettle", "Older", "Pember", "Quarm",
                    "Raven", "Shuttle", "Thistle", "Under", "Vicker", "Wolsten", "Yard", "Bram",
                    "Clough", "Dran", "Ecker", "Fother", "Grim", "Hebble", "Illing", "Kirk", "Lumb",
                    "Maw", "Ogden", "Prest", "Rawn", "Sut", "Tatter", "Kowal", "Zielin", "Nowak",
                    "Chow", "Rahim", "Okaf", "Mac", "O’Bran", "Whit", "Phip");
    private static final List<String> ENDINGS =
            List.of(
                    "ley", "ton", "by", "man", "worth", "field", "son", "wick", "ford", "ham",
                    "shaw", "bottom", "thwaite", "ski", "dhury", "or", "halgh", "er");
    private static final List<String> FORENAMES =
            List.of(
                    "Alfred",
                    "Beatrice",
                    "Clement",
                    "Dorothy",
                    "Edgar",
                    "Florence",
                    "Gilbert",
                    "Harriet",
                    "Isaac",
                    "Josephine",
                    "Kenneth",
                    "Lavinia",
                    "Maurice",
                    "Nathaniel",
                    "Olive",
                    "Percival",
                    "Queenie",
                    "Roland",
                    "Sidney",
                    "Theodore",
                    "Ursula",
                    "Victor",
                    "Winifred",
                    "Aisha",
                    "Bilal",
                    "Chidi",
                    "Dawid",
                    "Ewa",
                    "Farah",
                    "Gurpreet",
                    "Hamza",
                    "Imran",
                    "Jakub",
                    "Łukasz",
                    "Mohammed",
                    "Nadia",
                    "Oluwaseun",
                    "Piotr",
                    "Rashid",
                    "Samina",
                    "Tomasz",
                    "Yusuf",
                    "Zainab",
                    "Stephen",
                    "Catherine",
                    "Geoffrey",
                    "Jonathan",
                    "Siobhán",
                    "Niamh",
                    "Connor");

    private final Random random;

    Misspellings(long seed) {
        random = new Random(seed);
    }

    String surname() {
        return any(ROOTS) + any(ENDINGS);
    }

    String forenames() {
        return random.nextBoolean() ? any(FORENAMES) : any(FORENAMES) + " " + any(FORENAMES);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    /// The name with one mistake: two letters swapped, one left out, doubled, added or mistaken, or
    /// spelled as it sounds.
    String wrong(String name) {
        var letters = new StringBuilder(name);
        int at = 1 + random.nextInt(Math.max(1, name.length() - 1));
        int last = letters.length() - 1;
        switch (random.nextInt(6)) {
            case 0 -> {
                int first = Math.min(at, last - 1);
                var swapped = letters.charAt(first);
                letters.setCharAt(first, letters.charAt(first + 1));
                letters.setCharAt(first + 1, swapped);
            }
            case 1 -> letters.deleteCharAt(Math.min(at, last));
            case 2 -> letters.insert(Math.min(at, last), letters.charAt(Math.min(at, last)));
            case 3 -> letters.insert(at, letter());
            case 4 -> letters.setCharAt(Math.min(at, last), letter());
            default -> {
                return asItSounds(name);
            }
        }
        return letters.toString();
    }

    private char letter() {
        return (char) ('a' + random.nextInt(26));
    }

    private static String asItSounds(String name) {
        return name.replace("ph", "f")
                .replace("Ph", "F")
                .replace("ck", "k")
                .replace("ley", "ly")
                .replace("tt", "t")
                .replace("halgh", "halsh")
                .replace("thwaite", "thwait")
                .replace("wh", "w")
                .replace("Wh", "W")
                .replace("’", "")
                .replace("Ł", "L")
                .replace("á", "a");
    }
}
