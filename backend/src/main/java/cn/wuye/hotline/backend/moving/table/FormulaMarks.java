package cn.wuye.hotline.backend.moving.table;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Bounds what a cell holds, and tells the rows which cells are formulas, also those that were saved
 * without a result.
 */
final class FormulaMarks extends XMLFilterImpl {
  // Excel itself keeps 32,767 in a cell; the handler behind this collects whatever comes.
  private static final int MAX_CHARACTERS = 1_000_000;

  private final SheetRows rows;
  private int characters;
  private @Nullable String reference;

  FormulaMarks(XMLReader xml, SheetRows rows) {
    super(xml);
    this.rows = rows;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    characters = 0;
    if (name.equals("c")) {
      reference = attributes.getValue("r");
    } else if (name.equals("f")) {
      rows.formula();
    }
    super.startElement(uri, name, qualified, attributes);
  }

  @Override
  public void characters(char[] text, int from, int length) throws SAXException {
    characters += length;
    if (characters > MAX_CHARACTERS) {
      throw new SAXException("a cell of more than " + MAX_CHARACTERS + " characters");
    }
    super.characters(text, from, length);
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    super.endElement(uri, name, qualified);
    if (name.equals("c") && rows.formulaWaits()) {
      rows.cell(reference, "", null);
    }
  }
}
