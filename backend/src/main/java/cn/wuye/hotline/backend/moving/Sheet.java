package cn.wuye.hotline.backend.moving;

import static cn.wuye.hotline.backend.moving.Column.optional;
import static cn.wuye.hotline.backend.moving.Column.required;

import cn.wuye.hotline.backend.persistence.Coded;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is moved, in the order in which one depends on the other. The columns are those that the
 * import reads, the template shows and the export writes.
 */
public enum Sheet implements Coded {
  ESTATES(
      "estates",
      "小区",
      required("estate", "小区", "Estate", "小区名称", "名称", "name"),
      optional("aliases", "别名", "Aliases", "俗称"),
      optional("position", "顺序", "Order", "排序"),
      optional("person-from-age", "转人工年龄", "Straight to a person from age", "老人直转年龄", "直接转人工年龄"),
      optional("dialect", "方言", "Dialect", "常用方言")),
  BUILDINGS(
      "buildings",
      "楼栋",
      required("estate", "小区", "Estate", "小区名称"),
      required("building", "楼栋", "Building", "楼号", "楼栋名称")),
  RESIDENTS(
      "residents",
      "住户",
      optional("external-id", "住户编号", "Resident ID", "编号", "业主编号"),
      required("name", "姓名", "Name", "业主姓名", "住户姓名"),
      optional("phones", "电话", "Phones", "手机", "手机号", "联系电话", "电话号码", "phone"),
      optional("dialect", "方言", "Dialect"),
      optional("birth-year", "出生年份", "Birth year", "出生年", "生年"),
      required("estate", "小区", "Estate", "小区名称"),
      optional("building", "楼栋", "Building", "楼号"),
      optional("unit", "单元", "Unit"),
      optional("room", "房号", "Room", "房间号", "室号")),
  DUTY(
      "duty",
      "值班",
      optional("estate", "小区", "Estate", "小区名称"),
      required("role", "名单", "List", "类型", "role"),
      optional("position", "顺序", "Order", "排序"),
      required("name", "姓名", "Name", "称呼"),
      required("phone", "电话", "Phone", "手机", "手机号", "联系电话")),
  TICKETS(
      "tickets",
      "工单",
      optional("source", "来源系统", "Source system"),
      required("number", "原工单号", "Old number", "工单号", "单号"),
      optional("channel", "渠道", "Channel", "来源"),
      optional("kind", "类型", "Kind"),
      required("category", "分类", "Category", "类别"),
      optional("subcategory", "细类", "Subcategory", "子类"),
      optional("urgency", "紧急程度", "Urgency"),
      required("state", "状态", "State"),
      optional("state-since", "状态时间", "State since", "办结时间"),
      optional("estate", "小区", "Estate", "小区名称"),
      optional("building", "楼栋", "Building", "楼号"),
      optional("unit", "单元", "Unit"),
      optional("room", "房号", "Room", "房间号"),
      optional("place-words", "地点原话", "Place in words", "地点"),
      optional("reporter", "报事人", "Reported by", "投诉人", "姓名"),
      optional("phone", "电话", "Phone", "手机", "联系电话"),
      required("text", "内容", "Text", "投诉内容", "描述"),
      optional("unfinished", "未说完", "Unfinished"),
      required("opened", "提交时间", "Opened at", "投诉时间", "登记时间", "日期"),
      optional("duplicate-of", "并入工单", "Duplicate of"));

  /** The most rows of one file, all its sheets together. */
  public static final int MAX_ROWS = 500_000;

  /** Where the staged rows of the next sheet begin. */
  static final int SPACE = 10_000_000;

  private final String code;
  private final String zh;
  private final List<Column> columns;

  Sheet(String code, String zh, Column... columns) {
    this.code = code;
    this.zh = zh;
    this.columns = List.of(columns);
  }

  @Override
  public String code() {
    return code;
  }

  /** Its name in workbooks and ZIPs. */
  public String zh() {
    return zh;
  }

  /** All, in the order they are written. */
  public List<Column> columns() {
    return columns;
  }

  /** The column with this code, if it has one. */
  public Optional<Column> column(String columnCode) {
    return columns.stream().filter(column -> column.code().equals(columnCode)).findFirst();
  }

  /** The position of a staged row. */
  int position(int row) {
    return ordinal() * SPACE + row;
  }

  /** The sheet of this name, Chinese or English. */
  static Optional<Sheet> named(String name) {
    String plain = Column.plain(name);
    return Arrays.stream(values())
        .filter(sheet -> plain.equals(Column.plain(sheet.zh)) || plain.equals(sheet.code))
        .findFirst();
  }

  /** The sheet whose required columns these headers hold; the one that knows most of them. */
  static Optional<Sheet> withHeaders(List<String> headers) {
    return Arrays.stream(values())
        .filter(sheet -> sheet.missing(headers).isEmpty())
        .max(java.util.Comparator.comparingLong(sheet -> sheet.known(headers)));
  }

  /** The required columns that these headers lack. */
  List<Column> missing(List<String> headers) {
    return columns.stream()
        .filter(Column::required)
        .filter(column -> headers.stream().noneMatch(column::named))
        .toList();
  }

  private long known(List<String> headers) {
    return headers.stream()
        .filter(header -> columns.stream().anyMatch(column -> column.named(header)))
        .count();
  }
}
