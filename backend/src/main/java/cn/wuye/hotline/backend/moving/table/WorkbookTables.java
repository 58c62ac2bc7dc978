package cn.wuye.hotline.backend.moving.table;

import cn.wuye.hotline.backend.moving.table.BadFileException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** An Excel workbook (.xlsx), read as a stream of events. Formulas are read, never evaluated. */
final class WorkbookTables {
  static {
    // For the whole JVM: nothing that one of its entries unpacks to may be longer.
    ZipSecureFile.setMaxEntrySize(TableFile.MAX_UNPACKED);
  }

  private WorkbookTables() {}

  static void read(Path file, TableSink sink) throws BadFileException, IOException {
    try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      Texts strings = new Texts(opened);
      XSSFReader workbook = new XSSFReader(opened);
      XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) workbook.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          sink.table(sheets.getSheetName());
          SheetRows rows = new SheetRows(sink);
          XMLReader xml = new FormulaMarks(XMLHelper.newXMLReader(), rows);
          xml.setContentHandler(
              new XSSFSheetXMLHandler(
                  workbook.getStylesTable(), null, strings, rows, new PlainValues(), true));
          xml.parse(new InputSource(sheet));
        }
      }
    } catch (OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | POIXMLException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw new BadFileException(Reason.DAMAGED, 0, "workbook: " + e.getMessage());
    } catch (Texts.TooMuch e) {
      throw new BadFileException(
          Reason.TOO_MUCH_TEXT, TableFile.MAX_TEXTS >> 20, "workbook: " + e.getMessage());
    } catch (IOException e) {
      // The guard against zip bombs speaks in IOExceptions.
      if (String.valueOf(e.getMessage()).contains("Zip bomb")) {
        throw new BadFileException(
            Reason.TOO_LARGE, TableFile.MAX_UNPACKED >> 20, "zip bomb: " + e.getMessage());
      }
      throw e;
    }
  }
}
