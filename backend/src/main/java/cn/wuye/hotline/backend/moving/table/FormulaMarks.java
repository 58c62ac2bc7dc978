package cn.wuye.hotline.backend.moving.table;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/** Tells the rows which cells are formulas, also those that were saved without a result. */
final class FormulaMarks extends XMLFilterImpl {
  private final SheetRows rows;
  private @Nullable String reference;

  FormulaMarks(XMLReader xml, SheetRows rows) {
    super(xml);
    this.rows = rows;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    if (name.equals("c")) {
      reference = attributes.getValue("r");
    } else if (name.equals("f")) {
      rows.formula();
    }
    super.startElement(uri, name, qualified, attributes);
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    super.endElement(uri, name, qualified);
    if (name.equals("c") && rows.formulaWaits()) {
      rows.cell(reference, "", null);
    }
  }
}
