package org.seatside.exchange.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.seatside.service.export.Column;
import org.seatside.service.export.TableWriter;

/// An Open Document spreadsheet (ISO/IEC 26300) with one table, over as many sheets as LibreOffice's limit of rows asks
/// for. Texts are cells of type string: a program that opens the file shows them and computes nothing.
final class OdsTable implements TableWriter {
    static final int ROWS = 1_048_576;

    private static final String MIME = "application/vnd.oasis.opendocument.spreadsheet";
    private static final int NAME = 25;
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content office:version="1.3"\
             xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"\
             xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"\
             xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"\
             xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"\
             xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"\
             xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:automatic-styles>\
            <number:date-style style:name="N1"><number:year number:style="long"/><number:text>-</number:text>\
            <number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>\
            <number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text>\
            <number:minutes number:style="long"/><number:text>:</number:text><number:seconds number:style="long"/>\
            </number:date-style><number:percentage-style style:name="N2">\
            <number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text>\
            </number:percentage-style>\
            <style:style style:name="t" style:family="table-cell" style:data-style-name="N1"/>\
            <style:style style:name="s" style:family="table-cell" style:data-style-name="N2"/>\
            <style:style style:name="h" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>\
            </style:style></office:automatic-styles><office:body><office:spreadsheet>""";
    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"\
             manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3"\
             manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>\
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>""";

    private final ZipOutputStream zip;
    private final Bytes content;
    private final LocalTimes times;
    private String title = "";
    private List<Column> columns = List.of();
    private int sheets;
    private int row;

    OdsTable(ZoneId zone, OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        content = new Bytes(zip);
        times = new LocalTimes(zone);
    }

    @Override
    public void begin(String name, List<Column> all) throws IOException {
        title = name;
        columns = List.copyOf(all);
        mimeType();
        zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
        zip.write(MANIFEST.getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(new ZipEntry("content.xml"));
        content.text(HEAD);
        newSheet();
    }

    /// First and not packed: that is how a file is known for what it is.
    private void mimeType() throws IOException {
        byte[] type = MIME.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(type);
        ZipEntry entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(type.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(type);
    }

    private void newSheet() throws IOException {
        sheets++;
        String name = title.substring(0, Math.min(title.length(), NAME));
        content.text("<table:table table:name=\"");
        escaped(sheets == 1 ? name : name + " " + sheets);
        content.text("\"><table:table-header-rows><table:table-row>");
        for (Column column : columns) {
            content.text("<table:table-cell table:style-name=\"h\" office:value-type=\"string\"><text:p>");
            escaped(column.title());
            content.text("</text:p></table:table-cell>");
        }
        content.text("</table:table-row></table:table-header-rows><table:table-row>");
        row = 1;
    }

    @Override
    public void text(@Nullable String value) throws IOException {
        if (value == null || value.isEmpty()) {
            blank();
            return;
        }
        content.text("<table:table-cell office:value-type=\"string\"><text:p>");
        escaped(value);
        content.text("</text:p></table:table-cell>");
    }

    private void blank() throws IOException {
        content.text("<table:table-cell/>");
    }

    @Override
    public void number(long value) throws IOException {
        content.text("<table:table-cell office:value-type=\"float\" office:value=\"");
        content.number(value);
        content.text("\"/>");
    }

    @Override
    public void share(@Nullable Double value) throws IOException {
        if (value == null) {
            blank();
            return;
        }
        content.text("<table:table-cell table:style-name=\"s\" office:value-type=\"percentage\" office:value=\"" + value
                + "\"/>");
    }

    @Override
    public void time(@Nullable Instant value) throws IOException {
        if (value == null) {
            blank();
            return;
        }
        String local = new String(times.text(value), StandardCharsets.US_ASCII).replace(' ', 'T');
        content.text("<table:table-cell table:style-name=\"t\" office:value-type=\"date\" office:date-value=\"" + local
                + "\"/>");
    }

    /// A row is begun before it is known whether there is one more: an empty one at the end shows nothing.
    @Override
    public void endRow() throws IOException {
        content.text("</table:table-row>");
        row++;
        if (row == ROWS) {
            content.text("</table:table>");
            newSheet();
        } else {
            content.text("<table:table-row>");
        }
    }

    @Override
    public void finish() throws IOException {
        content.text("<table:table-cell/></table:table-row></table:table></office:spreadsheet></office:body>"
                + "</office:document-content>");
        content.flush();
        zip.finish();
    }

    /// XML 1.0 has no place for most control characters and for halves of characters.
    private void escaped(String text) throws IOException {
        StringBuilder xml = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String instead = instead(c, text, i);
            if (instead != null && xml == null) {
                xml = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (xml != null) {
                if (instead == null) {
                    xml.append(c);
                } else {
                    xml.append(instead);
                }
            }
        }
        content.text(xml == null ? text : xml.toString());
    }

    private static @Nullable String instead(char c, String text, int i) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\t', '\n' -> " ";
            case '\ufffe', '\uffff' -> "\ufffd";
            default -> {
                boolean half = Character.isSurrogate(c)
                        && !(Character.isHighSurrogate(c)
                                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
                if (c < ' ' || half) {
                    yield "\ufffd";
                }
                yield null;
            }
        };
    }
}
