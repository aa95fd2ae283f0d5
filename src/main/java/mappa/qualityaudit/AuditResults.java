package mappa.qualityaudit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an audit found. The average is that of the first scorer; the second one's scores say how
/// far it can be relied on.
///
/// @param average with all corrections
/// @param agreement null without a second scorer
/// @param themes how many samples each was seen in, the most frequent first
public record AuditResults(
        Average average,
        @Nullable Agreement agreement,
        List<PartResult> parts,
        List<ThemeCount> themes,
        List<Remark> ownThemes,
        List<Correction> corrections) {

    public record PartResult(
            String title, Average average, List<ItemResult> items, List<Remark> comments) {}

    public record ItemResult(String words, Average average, @Nullable Agreement agreement) {}

    public record ThemeCount(AuditTheme theme, int samples) {}

    /// What a scorer says about a sample, without saying who it is about.
    public record Remark(int sample, boolean second, String text) {}

    public record Correction(int sample, boolean second, String reason, Instant at) {}

    /// The scores that both gave to the same sample.
    private record Scored(int sample, QualityScoring first, @Nullable QualityScoring second) {}

    static AuditResults of(
            QualityAudit audit,
            List<FormPart> form,
            List<QualitySample> samples,
            List<QualityScoring> scorings) {
        var first = QualityAudits.last(scorings, audit.firstScorer());
        var second =
                audit.secondScorer()
                        .map(scorer -> QualityAudits.last(scorings, scorer))
                        .orElse(Map.of());
        var scored =
                samples.stream()
                        .filter(sample -> first.containsKey(sample.id()))
                        .map(
                                sample ->
                                        new Scored(
                                                sample.number(),
                                                first.get(sample.id()),
                                                second.get(sample.id())))
                        .toList();
        var paired = audit.secondScorer().isPresent();
        var parts = new ArrayList<PartResult>();
        for (var part = 0; part < form.size(); part++) {
            parts.add(part(form.get(part), part, scored, paired));
        }
        return new AuditResults(
                Average.of(scored.stream().flatMap(one -> one.first().scores().stream()).toList()),
                paired ? agreement(scored, null) : null,
                parts,
                themes(scored),
                remarks(scored, one -> one.ownTheme().orElse("")),
                corrections(audit, samples, scorings));
    }

    private static PartResult part(FormPart of, int part, List<Scored> scored, boolean paired) {
        var items = new ArrayList<ItemResult>();
        for (var item = 0; item < of.items().size(); item++) {
            var asked = new ItemScore(part, item, null);
            items.add(
                    new ItemResult(
                            of.items().get(item),
                            average(scored, one -> one.isOf(asked.part(), asked.item())),
                            paired ? agreement(scored, asked) : null));
        }
        return new PartResult(
                of.title(),
                average(scored, one -> one.part() == part),
                items,
                remarks(
                        scored,
                        one -> part < one.comments().size() ? one.comments().get(part) : ""));
    }

    private static Average average(
            List<Scored> scored, java.util.function.Predicate<ItemScore> which) {
        return Average.of(
                scored.stream()
                        .flatMap(one -> one.first().scores().stream())
                        .filter(which)
                        .toList());
    }

    /// @param asked the item; null for all together
    private static Agreement agreement(List<Scored> scored, @Nullable ItemScore asked) {
        var pairs = new ArrayList<Agreement.Pair>();
        for (var one : scored) {
            if (one.second() != null) {
                for (var score : one.first().scores()) {
                    if (asked == null || score.isOf(asked.part(), asked.item())) {
                        pairs.add(new Agreement.Pair(score.score(), same(score, one.second())));
                    }
                }
            }
        }
        return Agreement.of(pairs);
    }

    private static @Nullable Integer same(ItemScore of, QualityScoring in) {
        return in.scores().stream()
                .filter(one -> one.isOf(of.part(), of.item()))
                .findFirst()
                .map(ItemScore::score)
                .orElse(null);
    }

    private static List<ThemeCount> themes(List<Scored> scored) {
        var counts = new TreeMap<AuditTheme, Integer>();
        for (var one : scored) {
            both(one)
                    .flatMap(scoring -> scoring.themes().stream())
                    .distinct()
                    .forEach(theme -> counts.merge(theme, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .map(entry -> new ThemeCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(ThemeCount::samples).reversed())
                .toList();
    }

    private static Stream<QualityScoring> both(Scored of) {
        return Stream.of(of.first(), of.second()).filter(one -> one != null);
    }

    private static List<Remark> remarks(
            List<Scored> scored, java.util.function.Function<QualityScoring, String> text) {
        var remarks = new ArrayList<Remark>();
        for (var one : scored) {
            both(one)
                    .filter(scoring -> !text.apply(scoring).isBlank())
                    .forEach(
                            scoring ->
                                    remarks.add(
                                            new Remark(
                                                    one.sample(),
                                                    scoring == one.second(),
                                                    text.apply(scoring))));
        }
        return remarks;
    }

    private static List<Correction> corrections(
            QualityAudit audit, List<QualitySample> samples, List<QualityScoring> scorings) {
        return scorings.stream()
                .filter(one -> one.reason().isPresent())
                .map(
                        one ->
                                new Correction(
                                        number(one.sample(), samples),
                                        audit.isSecond(one.scorer()),
                                        one.reason().orElseThrow(),
                                        one.scoredAt()))
                .toList();
    }

    private static int number(UUID sample, List<QualitySample> samples) {
        return samples.stream()
                .filter(one -> one.id().equals(sample))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /// How much better than an earlier audit; null where either scored nothing.
    public static @Nullable BigDecimal change(Average earlier, Average later) {
        var before = earlier.value();
        var now = later.value();
        return before == null || now == null ? null : now.subtract(before);
    }
}
