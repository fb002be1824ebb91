package org.seatside.exchange.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The first sheet of an Excel workbook (ISO/IEC 29500-1, clause 18), a row at a time, by the platform's own
/// XML reader: a library for it brought four others along. Document types, which could name files outside, are
/// not read at all.
final class XlsxFile implements Table {
    private static final int STRINGS = 1_000_000;

    private final Path file;
    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    XlsxFile(Path file) {
        this.file = file;
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    }

    @Override
    public void each(Visit visit) throws IOException {
        try (Archive archive = Archive.open(file)) {
            List<String> strings = new ArrayList<>();
            Optional<InputStream> shared = archive.open("xl/sharedStrings.xml");
            if (shared.isPresent()) {
                read(shared.get(), xml -> strings.add(sharedString(xml, strings.size())), "si");
            }
            InputStream sheet = archive.open(firstSheet(archive)).orElseThrow(XlsxFile::damaged);
            Rows rows = new Rows(strings, visit);
            read(sheet, rows::row, "row");
        }
    }

    private static RuntimeException damaged() {
        return Bad.file("workbook-damaged", "This is no Excel workbook, or a damaged one.");
    }

    private String firstSheet(Archive archive) throws IOException {
        String[] id = {""};
        read(
                archive.open("xl/workbook.xml").orElseThrow(XlsxFile::damaged),
                xml -> {
                    if (id[0].isEmpty()) {
                        id[0] = attribute(xml, "id");
                    }
                },
                "sheet");
        String[] target = {""};
        read(
                archive.open("xl/_rels/workbook.xml.rels").orElseThrow(XlsxFile::damaged),
                xml -> {
                    if (attribute(xml, "Id").equals(id[0])) {
                        target[0] = attribute(xml, "Target");
                    }
                },
                "Relationship");
        String path = target[0].startsWith("/") ? target[0].substring(1) : "xl/" + target[0];
        return path.equals("xl/") ? "xl/worksheets/sheet1.xml" : path;
    }

    /// What is done at the start of an element; may read on to its end.
    private interface Element {
        void at(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    private void read(InputStream in, Element element, String name) throws IOException {
        try (in) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(name)) {
                    element.at(xml);
                } else if (xml.getEventType() == XMLStreamConstants.DTD) {
                    throw Bad.file("workbook-with-document-type", "This workbook asks for files outside of it.");
                }
            }
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    /// By its local name: prefixes differ from program to program.
    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static String sharedString(XMLStreamReader xml, int before) throws XMLStreamException {
        if (before == STRINGS) {
            throw Bad.tooLarge();
        }
        return texts(xml, "si");
    }

    /// All text within `t` elements up to the end of an element, without how it is pronounced.
    private static String texts(XMLStreamReader xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean within = false;
        boolean phonetic = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                within = xml.getLocalName().equals("t");
                phonetic |= xml.getLocalName().equals("rPh");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                within = false;
                phonetic &= !xml.getLocalName().equals("rPh");
                if (xml.getLocalName().equals(end)) {
                    break;
                }
            } else if (within && !phonetic && xml.isCharacters()) {
                text.append(xml.getText());
                if (text.length() > CELL) {
                    throw Bad.tooLarge();
                }
            }
        }
        return text.toString();
    }

    /// Rows as they come.
    private static final class Rows {
        private final List<String> strings;
        private final Visit visit;
        private int seen;

        Rows(List<String> strings, Visit visit) {
            this.strings = strings;
            this.visit = visit;
        }

        void row(XMLStreamReader xml) throws XMLStreamException, IOException {
            if (seen++ > ROWS) {
                throw Bad.tooLarge();
            }
            String number = attribute(xml, "r");
            int line = number.matches("[0-9]{1,7}") ? Integer.parseInt(number) : seen;
            List<String> cells = new ArrayList<>();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    break;
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("c")) {
                    cell(xml, cells);
                }
            }
            if (cells.stream().anyMatch(text -> !text.isEmpty())) {
                visit.row(line, cells);
            }
        }

        private void cell(XMLStreamReader xml, List<String> cells) throws XMLStreamException {
            int column = column(attribute(xml, "r"), cells.size());
            String type = attribute(xml, "t");
            while (cells.size() < column) {
                cells.add("");
            }
            String text = type.equals("inlineStr") ? texts(xml, "c") : value(xml);
            if (type.equals("s")) {
                int index = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : -1;
                if (index < 0 || index >= strings.size()) {
                    throw damaged();
                }
                text = strings.get(index);
            }
            cells.add(text.strip());
        }

        /// The text of `v`; a formula beside it is passed over.
        private static String value(XMLStreamReader xml) throws XMLStreamException {
            StringBuilder value = new StringBuilder();
            boolean within = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    within = xml.getLocalName().equals("v");
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    within = false;
                    if (xml.getLocalName().equals("c")) {
                        break;
                    }
                } else if (within && xml.isCharacters()) {
                    value.append(xml.getText());
                    if (value.length() > CELL) {
                        throw Bad.tooLarge();
                    }
                }
            }
            return value.toString();
        }

        /// `C7` is the third column, 2; a cell without its name is the next one.
        private static int column(String name, int next) {
            int column = 0;
            for (int i = 0; i < name.length() && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z'; i++) {
                column = column * 26 + name.charAt(i) - 'A' + 1;
                if (column > COLUMNS) {
                    throw Bad.tooLarge();
                }
            }
            if (next >= COLUMNS) {
                throw Bad.tooLarge();
            }
            return column == 0 ? next : column - 1;
        }
    }
}
