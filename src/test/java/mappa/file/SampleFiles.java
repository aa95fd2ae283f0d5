package mappa.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;

/// Files as people send them, and as attackers do; made here, so that nobody's paper is in the
/// repository.
public final class SampleFiles {

    static final String WORD_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    static final String MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml";
    static final String ODT_TYPE = "application/vnd.oasis.opendocument.text";

    /// What every scanner finds by agreement; in two parts, so that none finds this source.
    static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private interface Change {
        void of(PDDocument document) throws IOException;
    }

    public static byte[] pdf() {
        return pdf(_ -> {});
    }

    /// A PDF of exactly so many bytes.
    static byte[] pdf(int size) {
        var filling = size - pdfWith(new byte[size]).length + size;
        return pdfWith(new byte[filling]);
    }

    /// A PDF with these bytes somewhere in it, not compressed.
    static byte[] pdfWith(byte[] content) {
        return pdf(
                document ->
                        document.getDocumentCatalog()
                                .getCOSObject()
                                .setItem(
                                        COSName.getPDFName("Filling"),
                                        new PDStream(document, new ByteArrayInputStream(content))));
    }

    static byte[] encryptedPdf(String password) {
        return pdf(
                document ->
                        document.protect(
                                new StandardProtectionPolicy(
                                        "owner", password, new AccessPermission())));
    }

    static byte[] pdfWithScript() {
        return pdf(
                document ->
                        document.getDocumentCatalog()
                                .setOpenAction(new PDActionJavaScript("app.alert(1)")));
    }

    static byte[] pdfThatLaunches() {
        return pdf(
                document -> {
                    var launch = new PDActionLaunch();
                    launch.setF("calc.exe");
                    document.getDocumentCatalog().setOpenAction(launch);
                });
    }

    static byte[] pdfWithFileInside() {
        return pdf(
                document -> {
                    var file = new PDComplexFileSpecification();
                    file.setFile("other.exe");
                    file.setEmbeddedFile(
                            new PDEmbeddedFile(
                                    document, new ByteArrayInputStream(new byte[] {1, 2})));
                    var tree = new PDEmbeddedFilesNameTreeNode();
                    tree.setNames(Map.of("other", file));
                    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                    names.setEmbeddedFiles(tree);
                    document.getDocumentCatalog().setNames(names);
                });
    }

    /// A few kilobytes that become a hundred megabytes.
    static byte[] pdfBomb() {
        return pdf(
                document -> {
                    var stream = new PDStream(document);
                    try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                        for (var i = 0; i < 100; i++) {
                            out.write(new byte[1024 * 1024]);
                        }
                    }
                    document.getDocumentCatalog()
                            .getCOSObject()
                            .setItem(COSName.getPDFName("Filling"), stream);
                });
    }

    private static byte[] pdf(Change change) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            change.of(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static byte[] word() {
        return zip(wordParts(WORD_TYPE));
    }

    /// What a Word document is made of, to be changed.
    static Map<String, byte[]> wordParts(String type) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "[Content_Types].xml",
                text(
                        "<Types><Override PartName=\"/word/document.xml\" ContentType=\"%s\"/></Types>"
                                .formatted(type)));
        parts.put("word/document.xml", text("<w:document/>"));
        return parts;
    }

    static byte[] odt() {
        return zip(odtParts());
    }

    static Map<String, byte[]> odtParts() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("mimetype", text(ODT_TYPE));
        parts.put("content.xml", text("<office:document-content/>"));
        parts.put("META-INF/manifest.xml", text("<manifest:manifest/>"));
        return parts;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        try (var out = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
            zip.finish();
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static byte[] picture(String format) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A photo that says where it was taken, in EXIF and in a comment.
    static byte[] photo(String where) {
        var plain = picture("jpg");
        return joined(
                Arrays.copyOf(plain, 2),
                segment(0xE1, joined(text("Exif\0\0"), text(where))),
                segment(0xFE, text(where)),
                Arrays.copyOfRange(plain, 2, plain.length));
    }

    private static byte[] segment(int marker, byte[] content) {
        return joined(
                new byte[] {(byte) 0xFF, (byte) marker},
                ByteBuffer.allocate(2).putShort((short) (content.length + 2)).array(),
                content);
    }

    /// A PNG that says where it was taken, in a text and in EXIF.
    static byte[] screenshot(String where) {
        var plain = picture("png");
        var header = 8 + 25;
        return joined(
                Arrays.copyOf(plain, header),
                chunk("tEXt", text("Comment\0" + where)),
                chunk("eXIf", text(where)),
                Arrays.copyOfRange(plain, header, plain.length));
    }

    /// A PNG that says that it is so large.
    static byte[] png(int width, int height) {
        var plain = picture("png");
        var size = ByteBuffer.allocate(13).put(plain, 16, 13).putInt(0, width).putInt(4, height);
        return joined(
                Arrays.copyOf(plain, 8),
                chunk("IHDR", size.array()),
                Arrays.copyOfRange(plain, 8 + 25, plain.length));
    }

    private static byte[] chunk(String type, byte[] content) {
        var named = joined(text(type), content);
        var crc = new CRC32();
        crc.update(named);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private SampleFiles() {}
}
