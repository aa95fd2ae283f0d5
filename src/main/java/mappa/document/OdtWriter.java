package mappa.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import mappa.web.Said;

/// Writes documents as ODT with real headings, table heads and page numbers.
///
/// Headings, paragraphs and tables are all there is, so the few elements are written here: the
/// library for the format brings 24 MB, and an XML parser that would take the place of the JDK's in
/// the whole server.
@ApplicationScoped
public class OdtWriter {

    private static final String TYPE = "application/vnd.oasis.opendocument.text";
    private static final String VERSION = "1.3";
    private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";

    private static final List<List<String>> NAMESPACES =
            List.of(
                    List.of("office", OASIS + "office:1.0"),
                    List.of("text", OASIS + "text:1.0"),
                    List.of("table", OASIS + "table:1.0"),
                    List.of("style", OASIS + "style:1.0"),
                    List.of("fo", OASIS + "xsl-fo-compatible:1.0"),
                    List.of("meta", OASIS + "meta:1.0"),
                    List.of("dc", "http://purl.org/dc/elements/1.1/"));

    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    public byte[] write(PaperDocument paper) {
        try (var out = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            // first and not compressed, so that the type can be read at a fixed place
            stored(zip, "mimetype", TYPE);
            deflated(zip, "content.xml", xml("document-content", one -> content(one, paper)));
            deflated(zip, "styles.xml", xml("document-styles", one -> styles(one, paper)));
            deflated(zip, "meta.xml", xml("document-meta", one -> meta(one, paper)));
            deflated(zip, "META-INF/manifest.xml", manifest());
            zip.finish();
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (XMLStreamException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void stored(ZipOutputStream zip, String name, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void deflated(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private interface Written {
        void to(Element root) throws XMLStreamException;
    }

    private static String xml(String root, Written written) throws XMLStreamException {
        var text = new StringWriter();
        var xml = XML.createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("office:" + root);
        for (var namespace : NAMESPACES) {
            xml.writeAttribute("xmlns:" + namespace.getFirst(), namespace.getLast());
        }
        xml.writeAttribute("office:version", VERSION);
        written.to(new Element(xml));
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    /// An element that is being written.
    private record Element(XMLStreamWriter xml) {

        /// @param attributes name and value in turn
        void element(String name, List<String> attributes, Written inside)
                throws XMLStreamException {
            xml.writeStartElement(name);
            for (int i = 0; i < attributes.size(); i += 2) {
                xml.writeAttribute(attributes.get(i), attributes.get(i + 1));
            }
            inside.to(this);
            xml.writeEndElement();
        }

        void element(String name, List<String> attributes) throws XMLStreamException {
            element(name, attributes, _ -> {});
        }

        /// Text with its line breaks.
        void text(String text) throws XMLStreamException {
            var lines = text.split("\r?\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    xml.writeEmptyElement("text:line-break");
                }
                xml.writeCharacters(lines[i]);
            }
        }

        void paragraph(String style, String text) throws XMLStreamException {
            element("text:p", List.of("text:style-name", style), one -> one.text(text));
        }
    }

    // ---- content.xml

    private static void content(Element root, PaperDocument paper) throws XMLStreamException {
        root.element(
                "office:body",
                List.of(),
                body -> body.element("office:text", List.of(), text -> text(text, paper)));
    }

    private static void text(Element text, PaperDocument paper) throws XMLStreamException {
        heading(text, 1, paper.title());
        for (var part : paper.parts()) {
            heading(text, 2, part.heading());
            for (var block : part.blocks()) {
                switch (block.kind()) {
                    case TEXT -> text.paragraph("Text", block.text());
                    case NOTE -> text.paragraph("Note", block.text());
                    case FACTS -> facts(text, block);
                    case TABLE -> {
                        text.paragraph("Caption", block.title());
                        table(text, block);
                    }
                }
            }
        }
    }

    private static void heading(Element text, int level, String words) throws XMLStreamException {
        var style = "Heading" + level;
        text.element(
                "text:h",
                List.of("text:style-name", style, "text:outline-level", Integer.toString(level)),
                one -> one.text(words));
    }

    private static void facts(Element text, Block block) throws XMLStreamException {
        for (var fact : block.rows()) {
            text.paragraph("Label", fact.getFirst());
            text.paragraph("Text", fact.getLast());
        }
    }

    private static void table(Element text, Block block) throws XMLStreamException {
        text.element(
                "table:table",
                List.of("table:name", block.title(), "table:style-name", "Table"),
                table -> {
                    table.element(
                            "table:table-column",
                            List.of(
                                    "table:number-columns-repeated",
                                    Integer.toString(block.head().size())));
                    table.element(
                            "table:table-header-rows",
                            List.of(),
                            head -> row(head, "Label", block.head()));
                    for (var row : block.body()) {
                        row(table, "Text", row);
                    }
                });
    }

    private static void row(Element table, String style, List<String> cells)
            throws XMLStreamException {
        table.element(
                "table:table-row",
                List.of(),
                row -> {
                    for (var cell : cells) {
                        row.element(
                                "table:table-cell",
                                List.of("office:value-type", "string", "table:style-name", "Cell"),
                                one -> one.paragraph(style, cell));
                    }
                });
    }

    // ---- styles.xml

    private static void styles(Element root, PaperDocument paper) throws XMLStreamException {
        root.element("office:styles", List.of(), OdtWriter::namedStyles);
        root.element(
                "office:automatic-styles",
                List.of(),
                styles ->
                        styles.element(
                                "style:page-layout",
                                List.of("style:name", "A4"),
                                layout -> {
                                    layout.element(
                                            "style:page-layout-properties",
                                            List.of(
                                                    "fo:page-width", "21cm",
                                                    "fo:page-height", "29.7cm",
                                                    "fo:margin", "2cm"));
                                    layout.element("style:header-style", List.of());
                                    layout.element("style:footer-style", List.of());
                                }));
        root.element(
                "office:master-styles",
                List.of(),
                masters ->
                        masters.element(
                                "style:master-page",
                                List.of("style:name", "Standard", "style:page-layout-name", "A4"),
                                page -> {
                                    page.element(
                                            "style:header",
                                            List.of(),
                                            one -> one.paragraph("Marking", paper.marking()));
                                    page.element(
                                            "style:footer", List.of(), one -> footer(one, paper));
                                }));
    }

    private static void footer(Element footer, PaperDocument paper) throws XMLStreamException {
        footer.paragraph("Footer", paper.copyOf());
        footer.element(
                "text:p",
                List.of("text:style-name", "Footer"),
                line -> {
                    line.text(Said.of("document.page") + " ");
                    line.element("text:page-number", List.of("text:select-page", "current"));
                    line.text(" " + Said.of("document.of") + " ");
                    line.element("text:page-count", List.of());
                });
        footer.paragraph("Marking", paper.marking());
    }

    private static void namedStyles(Element styles) throws XMLStreamException {
        var language = PaperDocument.LANGUAGE.split("-");
        styles.element(
                "style:default-style",
                List.of("style:family", "paragraph"),
                one ->
                        one.element(
                                "style:text-properties",
                                List.of(
                                        "fo:language",
                                        language[0],
                                        "fo:country",
                                        language[1],
                                        "fo:font-family",
                                        "'Liberation Sans', Arial",
                                        "fo:font-size",
                                        "11pt")));
        paragraph(styles, "Text", List.of("fo:margin-bottom", "0.2cm"), List.of());
        paragraph(
                styles,
                "Note",
                List.of(
                        "fo:margin-bottom", "0.3cm",
                        "fo:padding", "0.2cm",
                        "fo:border", "0.06cm solid #0b0c0c"),
                List.of());
        paragraph(styles, "Label", List.of("fo:keep-with-next", "always"), List.of("bold", "11pt"));
        paragraph(
                styles, "Caption", List.of("fo:keep-with-next", "always"), List.of("bold", "11pt"));
        paragraph(styles, "Heading1", heading(), List.of("bold", "18pt"));
        paragraph(styles, "Heading2", heading(), List.of("bold", "14pt"));
        paragraph(styles, "Marking", List.of("fo:text-align", "center"), List.of("bold", "11pt"));
        paragraph(styles, "Footer", List.of("fo:text-align", "center"), List.of("normal", "9pt"));
        styles.element(
                "style:style",
                List.of("style:name", "Table", "style:family", "table"),
                one ->
                        one.element(
                                "style:table-properties",
                                List.of("fo:margin-bottom", "0.4cm", "table:align", "margins")));
        styles.element(
                "style:style",
                List.of("style:name", "Cell", "style:family", "table-cell"),
                one ->
                        one.element(
                                "style:table-cell-properties",
                                List.of(
                                        "fo:padding", "0.1cm",
                                        "fo:border", "0.02cm solid #505a5f")));
    }

    private static List<String> heading() {
        return List.of(
                "fo:margin-top", "0.5cm",
                "fo:margin-bottom", "0.2cm",
                "fo:keep-with-next", "always");
    }

    /// @param font weight and size; empty for the usual ones
    private static void paragraph(
            Element styles, String name, List<String> properties, List<String> font)
            throws XMLStreamException {
        styles.element(
                "style:style",
                List.of("style:name", name, "style:family", "paragraph"),
                one -> {
                    one.element("style:paragraph-properties", properties);
                    if (!font.isEmpty()) {
                        one.element(
                                "style:text-properties",
                                List.of(
                                        "fo:font-weight", font.getFirst(),
                                        "fo:font-size", font.getLast()));
                    }
                });
    }

    // ---- meta.xml and the manifest

    private static void meta(Element root, PaperDocument paper) throws XMLStreamException {
        root.element(
                "office:meta",
                List.of(),
                meta -> {
                    meta.element("dc:title", List.of(), one -> one.text(paper.title()));
                    meta.element("dc:subject", List.of(), one -> one.text(paper.marking()));
                    meta.element("dc:language", List.of(), one -> one.text(PaperDocument.LANGUAGE));
                });
    }

    private static String manifest() throws XMLStreamException {
        var text = new StringWriter();
        var xml = XML.createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("manifest:manifest");
        xml.writeAttribute("xmlns:manifest", OASIS + "manifest:1.0");
        xml.writeAttribute("manifest:version", VERSION);
        for (var file :
                List.of(
                        List.of("/", TYPE),
                        List.of("content.xml", "text/xml"),
                        List.of("styles.xml", "text/xml"),
                        List.of("meta.xml", "text/xml"))) {
            xml.writeEmptyElement("manifest:file-entry");
            xml.writeAttribute("manifest:full-path", file.getFirst());
            xml.writeAttribute("manifest:media-type", file.getLast());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }
}
