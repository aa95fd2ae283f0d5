package mappa.file;

import static mappa.file.SampleFiles.joined;
import static mappa.file.SampleFiles.text;
import static mappa.file.SampleFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is taken for a file and what is not, by its content alone.
@Tag("SEC-12")
class ContentCheckTest {

    private static final String WHERE = "51.5007 N 0.1246 W";

    private final ContentCheck check = new ContentCheck();

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of(FileType.PDF, SampleFiles.pdf()),
                Arguments.of(FileType.WORD, SampleFiles.word()),
                Arguments.of(FileType.ODT, SampleFiles.odt()),
                Arguments.of(FileType.JPEG, SampleFiles.picture("jpg")),
                Arguments.of(FileType.PNG, SampleFiles.picture("png")),
                Arguments.of(FileType.PNG, SampleFiles.png(9_999, 5_000)));
    }

    @ParameterizedTest
    @MethodSource
    void taken(FileType type, byte[] content) throws FileRefused {
        assertThat(check.check(content).type()).isEqualTo(type);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                of(Refusal.EMPTY, "nothing", new byte[0]),
                of(Refusal.OTHER_TYPE, "text", text("Dear colleague")),
                of(Refusal.OTHER_TYPE, "page", text("<html><script>1</script></html>")),
                of(Refusal.OTHER_TYPE, "program", text("MZ\u0000\u0003")),
                of(Refusal.OTHER_TYPE, "SVG", text("<svg onload=\"1\"/>")),
                of(Refusal.OTHER_TYPE, "GIF", SampleFiles.picture("gif")),
                of(Refusal.OTHER_TYPE, "EICAR", text(SampleFiles.EICAR)),
                of(Refusal.OTHER_TYPE, "archive", zip(Map.of("a.txt", text("a")))),
                of(
                        Refusal.OTHER_TYPE,
                        "spreadsheet",
                        zip(
                                SampleFiles.wordParts(
                                        SampleFiles.WORD_TYPE.replace(
                                                "wordprocessingml.document",
                                                "spreadsheetml.sheet")))),
                of(
                        Refusal.OTHER_TYPE,
                        "Word of before 2007, or with a password",
                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}),
                of(
                        Refusal.OTHER_TYPE,
                        "PDF that is an archive, too",
                        joined(SampleFiles.pdf(), SampleFiles.word())),
                of(Refusal.OTHER_TYPE, "archive in a PDF that ends as one", archiveThatEndsAsPdf()),
                of(
                        Refusal.OTHER_TYPE,
                        "page behind a PDF",
                        joined(SampleFiles.pdf(), text("<script>1</script>"))),
                of(
                        Refusal.OTHER_TYPE,
                        "PDF behind a page",
                        joined(text("<html>"), SampleFiles.pdf())),
                of(
                        Refusal.OTHER_TYPE,
                        "two archives in one",
                        joined(SampleFiles.word(), zip(Map.of("a.txt", text("a"))))),
                of(Refusal.DAMAGED, "PDF without pages", text("%PDF-1.7\n%%EOF")),
                of(Refusal.DAMAGED, "half a JPEG", half(SampleFiles.picture("jpg"))),
                of(Refusal.DAMAGED, "half a PNG", half(SampleFiles.picture("png"))),
                of(Refusal.DAMAGED, "PNG with another checksum", flipped()),
                of(Refusal.DAMAGED, "path out of the folder", with("../../out", "x")),
                of(Refusal.ENCRYPTED, "PDF with a password", SampleFiles.encryptedPdf("user")),
                of(Refusal.ENCRYPTED, "PDF with an owner's password", SampleFiles.encryptedPdf("")),
                of(Refusal.ENCRYPTED, "ODT with a password", encryptedOdt()),
                of(Refusal.ACTIVE, "PDF with a script", SampleFiles.pdfWithScript()),
                of(Refusal.ACTIVE, "PDF that starts a program", SampleFiles.pdfThatLaunches()),
                of(Refusal.ACTIVE, "PDF with a file in it", SampleFiles.pdfWithFileInside()),
                of(
                        Refusal.ACTIVE,
                        "Word with macros, by its type",
                        zip(SampleFiles.wordParts(SampleFiles.MACRO_TYPE))),
                of(Refusal.ACTIVE, "Word with macros under a harmless type", macros()),
                of(Refusal.ACTIVE, "Word with a program in it", with("word/activeX/1.bin", "x")),
                of(Refusal.ACTIVE, "Word that fetches its template", fetching()),
                of(Refusal.ACTIVE, "ODT with macros", odtWith("Basic/Standard/Module1.xml")),
                of(Refusal.UNPACKS_TOO_LARGE, "zip bomb", bomb()),
                of(Refusal.UNPACKS_TOO_LARGE, "PDF bomb", SampleFiles.pdfBomb()),
                of(Refusal.TOO_MANY_PIXELS, "10,000 pixels wide", SampleFiles.png(10_000, 1)),
                of(Refusal.TOO_MANY_PIXELS, "64 million pixels", SampleFiles.png(8_000, 8_000)));
    }

    private static Arguments of(Refusal why, String what, byte[] content) {
        return Arguments.of(why, what, content);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void refused(Refusal why, String what, byte[] content) {
        var refused = catchThrowableOfType(FileRefused.class, () -> check.check(content));
        assertThat(refused).as(what).isNotNull();
        assertThat(refused.why()).as(what).isEqualTo(why);
    }

    private static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] flipped() {
        var picture = SampleFiles.picture("png");
        picture[20]++;
        return picture;
    }

    private static byte[] with(String name, String content) {
        var parts = SampleFiles.wordParts(SampleFiles.WORD_TYPE);
        parts.put(name, text(content));
        return zip(parts);
    }

    private static byte[] macros() {
        return with("word/vbaProject.bin", "x");
    }

    private static byte[] fetching() {
        return with(
                "word/_rels/settings.xml.rels",
                "<Relationships><Relationship Id=\"1\" Type=\"http://schemas.openxmlformats.org/"
                        + "officeDocument/2006/relationships/attachedTemplate\""
                        + " Target=\"https://elsewhere.test/t.dotm\" TargetMode=\"External\"/>"
                        + "</Relationships>");
    }

    private static byte[] odtWith(String name) {
        var parts = new LinkedHashMap<>(SampleFiles.odtParts());
        parts.put(name, text("x"));
        return zip(parts);
    }

    private static byte[] encryptedOdt() {
        var parts = new LinkedHashMap<>(SampleFiles.odtParts());
        parts.put("META-INF/manifest.xml", text("<manifest:encryption-data/>"));
        return zip(parts);
    }

    /// 200 kB that become 201 MB.
    private static byte[] bomb() {
        var parts = SampleFiles.wordParts(SampleFiles.WORD_TYPE);
        parts.put("word/large.xml", new byte[201 * 1024 * 1024]);
        return zip(parts);
    }

    /// The end of the archive's table carries the end of the PDF as its comment.
    private static byte[] archiveThatEndsAsPdf() {
        var archive = SampleFiles.word();
        var end = text("\n%%EOF");
        archive[archive.length - 2] = (byte) end.length;
        return joined(SampleFiles.pdf(), archive, end);
    }

    @Test
    void picturesForgetWhereTheyWereTaken() throws FileRefused, IOException {
        for (var picture : new byte[][] {SampleFiles.photo(WHERE), SampleFiles.screenshot(WHERE)}) {
            assertThat(new String(picture, StandardCharsets.ISO_8859_1)).contains(WHERE);
            var kept = check.check(picture).bytes();
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(WHERE);
            var shown = ImageIO.read(new ByteArrayInputStream(kept));
            assertThat(shown.getWidth()).isEqualTo(40);
            assertThat(shown.getHeight()).isEqualTo(30);
        }
    }

    @Test
    void whatStandsBehindAPictureIsLeftOut() throws FileRefused {
        for (var format : new String[] {"jpg", "png"}) {
            var both = joined(SampleFiles.picture(format), SampleFiles.word());
            var kept = check.check(both).bytes();
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("PK");
        }
    }

    @Test
    void isNotUnpackedIntoMemory() throws FileRefused {
        var bomb = bomb();
        System.gc();
        var before = used();
        for (var i = 0; i < 3; i++) {
            catchThrowableOfType(FileRefused.class, () -> check.check(bomb));
        }
        System.gc();
        assertThat(used() - before).isLessThan(64L * 1024 * 1024);
    }

    private static long used() {
        var memory = Runtime.getRuntime();
        return memory.totalMemory() - memory.freeMemory();
    }
}
