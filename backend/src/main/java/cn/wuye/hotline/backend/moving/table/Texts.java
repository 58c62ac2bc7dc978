package cn.wuye.hotline.backend.moving.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * The texts that the cells of a workbook share: the one part of it that is in memory as a whole. So
 * it is counted while it is read, whatever the file says of itself.
 */
final class Texts extends ReadOnlySharedStringsTable {
  // As many as 500,000 rows have when five columns of each hold texts of their own.
  private static final int MAX_COUNT = 2_500_000;

  // Counted while the constructor above this one reads: no value may be given here.
  private int begun;

  /**
   * @throws TooMuch when they would not fit into memory
   */
  Texts(OPCPackage workbook) throws IOException, SAXException {
    super(workbook);
  }

  /** More text than is kept in memory. */
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuch(String message) {
      super(message);
    }
  }

  @Override
  public void readFrom(InputStream xml) throws IOException, SAXException {
    try {
      super.readFrom(new Counted(xml));
    } catch (SAXException wrapped) {
      if (wrapped.getException() instanceof TooMuch tooMuch) {
        throw tooMuch;
      }
      throw wrapped;
    }
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    if (name.equals("si") && ++begun > MAX_COUNT) {
      throw new SAXException(new TooMuch("more than " + MAX_COUNT + " texts"));
    }
    super.startElement(uri, name, qualified, attributes);
  }

  /** Ends where there is too much of it. */
  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = super.read(buffer, from, length);
      count(n);
      return n;
    }

    private void count(int n) throws IOException {
      bytes += Math.max(0, n);
      if (bytes > TableFile.MAX_TEXTS) {
        throw new TooMuch("more than " + TableFile.MAX_TEXTS + " bytes of texts");
      }
    }
  }
}
