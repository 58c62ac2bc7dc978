package cn.wuye.hotline.backend.moving.table;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Values as they are meant, not as they are dressed: 13800000001 and not 1.38E+10. */
final class PlainValues extends DataFormatter {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  PlainValues() {
    super(Locale.ROOT);
  }

  @Override
  public String formatRawCellContents(double value, int formatIndex, String formatString) {
    return formatRawCellContents(value, formatIndex, formatString, false);
  }

  @Override
  public String formatRawCellContents(
      double value, int formatIndex, String formatString, boolean use1904Windowing) {
    if (DateUtil.isADateFormat(formatIndex, formatString) && DateUtil.isValidExcelDate(value)) {
      return DateUtil.getLocalDateTime(value, use1904Windowing, true).format(TIME);
    }
    BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
    return number.toPlainString();
  }
}
