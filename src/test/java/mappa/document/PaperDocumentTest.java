package mappa.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import mappa.RealParts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/// Documents as they leave the service, read by other programs than wrote them.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class PaperDocumentTest {

    static final String MARKING = "OFFICIAL-SENSITIVE";
    static final String COPY_OF = "Copy of Řehoř Example, 14 May 2026, 09:30:12 +01:00";

    private static final String COPY = COPY_OF.replace(" ", "");

    @Inject PdfWriter pdfs;
    @Inject OdtWriter odts;

    static final PaperDocument PAPER =
            new PaperDocument(
                    "Minutes – NS-26-0412",
                    MARKING,
                    COPY_OF,
                    List.of(
                            new Part(
                                    "opening",
                                    "1 Opening",
                                    List.of(
                                            Block.text(
                                                    "First line <b>&amp;\nsecond line\u000b\u0000."),
                                            Block.note("Corrected by addendum 1"),
                                            Block.facts(List.of(List.of("Chair", "L Example"))))),
                            new Part(
                                    "attendance",
                                    "2 Attendance",
                                    List.of(
                                            Block.table(
                                                    "Agencies",
                                                    List.of("Agency", "Answer"),
                                                    IntStream.rangeClosed(1, 120)
                                                            .mapToObj(
                                                                    i ->
                                                                            List.of(
                                                                                    "Agency " + i,
                                                                                    "Attends"))
                                                            .toList())))));

    @Test
    @Tag("MIN-05")
    @Tag("INF-03")
    void everyPageOfAPdfHasMarkingReaderAndNumber() throws IOException {
        try (var pdf = Loader.loadPDF(pdfs.write(PAPER))) {
            var pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            for (int page = 1; page <= pages; page++) {
                var text = text(pdf, page);
                assertThat(text.split(MARKING, -1)).as("page %d", page).hasSize(3);
                // as a line at the foot, and behind the text, where each letter is a line of its
                // own
                assertThat(text).contains(COPY_OF);
                assertThat(text.replaceAll("\\s", "").split(Pattern.quote(COPY), -1))
                        .as("page %d", page)
                        .hasSize(3);
                assertThat(sorted(pdf, page)).contains("Page %d of %d".formatted(page, pages));
            }
        }
    }

    @Test
    @Tag("MIN-05")
    void aPdfIsTaggedInItsLanguageAndHasATitle() throws IOException {
        try (var pdf = Loader.loadPDF(pdfs.write(PAPER))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("en-GB");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(PAPER.title());
            var tags = new ArrayList<String>();
            collect(catalog.getStructureTreeRoot(), tags);
            assertThat(tags).contains("H1", "H2", "P", "Table", "TH", "TD");
            assertThat(tags.stream().filter("H2"::equals)).hasSize(2);
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void whatSomebodyPastedStaysTextAndLosesOnlyWhatNoDocumentCanHold() throws IOException {
        try (var pdf = Loader.loadPDF(pdfs.write(PAPER))) {
            assertThat(text(pdf, 1)).contains("First line <b>&amp;").contains("second line.");
        }
        assertThat(xml(odts.write(PAPER), "content.xml").getDocumentElement().getTextContent())
                .contains("First line <b>&amp;");
    }

    @Test
    @Tag("MIN-05")
    @Tag("INF-03")
    void anOdtHasHeadingsTableHeadsAndItsReaderOnEveryPage() throws IOException {
        var odt = odts.write(PAPER);
        var content = xml(odt, "content.xml");
        var headings = content.getElementsByTagName("text:h");
        assertThat(headings.getLength()).isEqualTo(3);
        assertThat(headings.item(1).getTextContent()).isEqualTo("1 Opening");
        assertThat(content.getElementsByTagName("table:table-header-rows").getLength())
                .isEqualTo(1);
        assertThat(content.getElementsByTagName("table:table-row").getLength()).isEqualTo(121);
        var styles = xml(odt, "styles.xml");
        assertThat(styles.getElementsByTagName("style:header").item(0).getTextContent())
                .isEqualTo(MARKING);
        assertThat(styles.getElementsByTagName("style:footer").item(0).getTextContent())
                .contains(COPY_OF, MARKING, "Page ");
        assertThat(styles.getElementsByTagName("text:page-count").getLength()).isEqualTo(1);
        assertThat(xml(odt, "meta.xml").getElementsByTagName("dc:title").item(0).getTextContent())
                .isEqualTo(PAPER.title());
    }

    @Test
    void theTypeOfAnOdtCanBeReadAtItsFixedPlace() {
        var odt = odts.write(PAPER);
        assertThat(new String(odt, 30, 8, StandardCharsets.US_ASCII)).isEqualTo("mimetype");
        assertThat(new String(odt, 38, 39, StandardCharsets.US_ASCII))
                .isEqualTo("application/vnd.oasis.opendocument.text");
    }

    /// As it is seen from left to right, not in the order in which it was drawn.
    private static String sorted(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return text(pdf, page, stripper);
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        return text(pdf, page, new PDFTextStripper());
    }

    private static String text(PDDocument pdf, int page, PDFTextStripper stripper)
            throws IOException {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private static void collect(PDStructureNode node, List<String> tags) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStandardStructureType());
                collect(element, tags);
            } else {
                assertThat(kid).isNotInstanceOf(COSDictionary.class);
            }
        }
    }

    private static Document xml(byte[] odt, String file) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(unzip(odt).get(file)));
        } catch (Exception broken) {
            throw new AssertionError(file, broken);
        }
    }

    private static Map<String, byte[]> unzip(byte[] odt) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(odt))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
