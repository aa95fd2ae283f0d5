package mappa.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/// Writes documents as tagged PDF (PDF/UA): headings, tables with their heads, language and title
/// are there for whoever has it read out; marking and watermark are none of the text.
@ApplicationScoped
public class PdfWriter {

    private static final String REGULAR = "/fonts/LiberationSans-Regular.ttf";
    private static final String BOLD = "/fonts/LiberationSans-Bold.ttf";
    private static final String STYLE = "/document/paper.css";
    // PDF/UA wants every font in the file, so the page's own must be named too
    private static final String FAMILY = "Liberation Sans";

    private static final float LARGEST_WATERMARK = 26;
    private static final float WATERMARK_LENGTH = 0.8f; // of the page's diagonal
    private static final float FAINT = 0.12f;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance paper(PaperDocument paper, String language, String style);

        private Templates() {}
    }

    /// A PDF with all its fonts.
    public byte[] write(PaperDocument paper) {
        var builder =
                new PdfRendererBuilder()
                        .withHtmlContent(
                                Templates.paper(paper, PaperDocument.LANGUAGE, style()).render(),
                                null)
                        .usePdfUaAccessibility(true)
                        .useFont(() -> resource(REGULAR), FAMILY, 400, FontStyle.NORMAL, true)
                        .useFont(() -> resource(BOLD), FAMILY, 700, FontStyle.NORMAL, true);
        try (var out = new ByteArrayOutputStream();
                var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (var pdf = renderer.getPdfDocument()) {
                watermark(pdf, paper.copyOf());
                pdf.save(out);
            }
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String style() {
        try (var style = resource(STYLE)) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream resource(String file) {
        return Objects.requireNonNull(PdfWriter.class.getResourceAsStream(file), file);
    }

    private static void watermark(PDDocument pdf, String text) throws IOException {
        try (var file = resource(BOLD)) {
            var font = PDType0Font.load(pdf, file);
            var drawable = drawable(font, text);
            for (var page : pdf.getPages()) {
                watermark(pdf, page, font, drawable);
            }
        }
    }

    /// Letters that the font lacks are replaced: a name in another script must not stop the page.
    private static String drawable(PDFont font, String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> has(font, letter) ? letter : "?")
                .collect(Collectors.joining());
    }

    private static boolean has(PDFont font, String letter) {
        try {
            font.encode(letter);
            return true;
        } catch (IllegalArgumentException | IOException none) {
            return false;
        }
    }

    /// Along the diagonal, over the text and so faint that it can be read through; an artifact, so
    /// that it is not read out on every page.
    private static void watermark(PDDocument pdf, PDPage page, PDFont font, String text)
            throws IOException {
        var box = page.getMediaBox();
        var diagonal = Math.hypot(box.getWidth(), box.getHeight());
        var widthOfOne = font.getStringWidth(text) / 1000;
        var size = (float) Math.min(LARGEST_WATERMARK, WATERMARK_LENGTH * diagonal / widthOfOne);
        var angle = Math.atan2(box.getHeight(), box.getWidth());
        var start = (diagonal - size * widthOfOne) / 2;
        try (var content = new PDPageContentStream(pdf, page, AppendMode.APPEND, true, true)) {
            var faint = new PDExtendedGraphicsState();
            faint.setNonStrokingAlphaConstant(FAINT);
            content.beginMarkedContent(COSName.ARTIFACT);
            content.setGraphicsStateParameters(faint);
            content.beginText();
            content.setFont(font, size);
            content.setTextMatrix(
                    Matrix.getRotateInstance(
                            angle,
                            (float) (start * Math.cos(angle)),
                            (float) (start * Math.sin(angle))));
            content.showText(text);
            content.endText();
            content.endMarkedContent();
        }
    }
}
