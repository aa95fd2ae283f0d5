package mappa.document;

import static mappa.document.PaperDocumentTest.COPY_OF;
import static mappa.document.PaperDocumentTest.MARKING;
import static mappa.document.PaperDocumentTest.PAPER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import mappa.RealParts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What we write opens in the program that agencies have: LibreOffice lays it out as a PDF of its
/// own, and what that shows is looked at.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class OdtInLibreOfficeIT {

    private static final long PATIENCE = 180; // seconds; its first start on a busy machine

    @Inject OdtWriter odts;

    @TempDir Path folder;

    @Test
    @Tag("MIN-05")
    @Tag("INF-03")
    void showsTextTableMarkingReaderAndPageNumbers() throws Exception {
        try (var pdf = Loader.loadPDF(opened(odts.write(PAPER)).toFile())) {
            var pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            var stripper = new PDFTextStripper();
            assertThat(stripper.getText(pdf))
                    .contains("Minutes – NS-26-0412", "1 Opening", "First line <b>&amp;")
                    .contains("Agency 1 ", "Agency 120");
            for (var page = 1; page <= pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pdf))
                        .as("page %d", page)
                        .contains(MARKING, COPY_OF, "Page %d of %d".formatted(page, pages));
            }
        }
    }

    /// Opens the document without a window, with settings of its own, and prints it.
    private Path opened(byte[] odt) throws IOException, InterruptedException {
        var document = Files.write(folder.resolve("minutes.odt"), odt);
        var log = folder.resolve("log");
        var office =
                new ProcessBuilder(
                                "soffice",
                                "-env:UserInstallation=" + folder.resolve("settings").toUri(),
                                "--headless",
                                "--convert-to",
                                "pdf",
                                "--outdir",
                                folder.toString(),
                                document.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            assertThat(office.waitFor(PATIENCE, TimeUnit.SECONDS)).as("ended in time").isTrue();
        } finally {
            office.descendants().forEach(ProcessHandle::destroyForcibly);
            office.destroyForcibly();
        }
        var printed = folder.resolve("minutes.pdf");
        assertThat(printed).as(Files.readString(log)).exists();
        return printed;
    }
}
