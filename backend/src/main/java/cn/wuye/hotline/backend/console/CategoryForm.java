package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.ticket.Category.Subcategory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of a category: what is there now, and what was typed over it, field by field.
 *
 * @param typed {@code zh, en, on} of the category, {@code zh-lift, en-lift, on-lift, pos-lift} of a
 *     part, {@code new-code, new-zh, new-en} of one more
 */
record CategoryForm(Category now, Map<String, String> typed) {
  private static final int STEP = 10;
  private static final String NUMBER = "[0-9]{1,4}";

  CategoryForm {
    typed = Map.copyOf(typed);
  }

  /** What is there, untouched. */
  static CategoryForm of(Category now) {
    return new CategoryForm(now, Map.of());
  }

  /**
   * The fields of one thing.
   *
   * @param suffix of the names of the fields: empty, or {@code -lift}
   * @param position as typed; empty string of the category itself
   */
  record Row(String suffix, String code, String zh, String en, boolean offered, String position) {}

  /** The category, then its parts in the order that was typed. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    Category wanted = wanted();
    rows.add(new Row("", wanted.code(), wanted.zh(), wanted.en(), wanted.offered(), ""));
    Map<String, String> positions = positions();
    for (Subcategory sub : wanted.subcategories()) {
      rows.add(
          new Row(
              "-" + sub.code(),
              sub.code(),
              sub.zh(),
              sub.en(),
              sub.offered(),
              positions.getOrDefault(sub.code(), "")));
    }
    return rows;
  }

  /** What is typed into a field; empty string for nothing. */
  public String value(String field) {
    return typed.getOrDefault(field, "").strip();
  }

  /** What the category is to be. */
  Category wanted() {
    List<Subcategory> parts = now.subcategories().stream().map(this::wanted).toList();
    return new Category(
        now.code(),
        text("zh", now.zh()),
        text("en", now.en()),
        on("", now.offered()),
        ordered(parts, Subcategory::code, positions()));
  }

  private Subcategory wanted(Subcategory sub) {
    String suffix = "-" + sub.code();
    return new Subcategory(
        sub.code(),
        text("zh" + suffix, sub.zh()),
        text("en" + suffix, sub.en()),
        on(suffix, sub.offered()));
  }

  /** One more part; empty when nothing was typed. */
  Optional<Subcategory> added() {
    Subcategory added = new Subcategory(value("new-code"), value("new-zh"), value("new-en"), true);
    return (added.code() + added.zh() + added.en()).isEmpty()
        ? Optional.empty()
        : Optional.of(added);
  }

  /** What cannot be read, field to message key. */
  Map<String, String> unread() {
    return unread(positions());
  }

  /** The places of things, 10, 20, 30 …, so that one can be put between two others. */
  static Map<String, String> positions(List<String> codes, Map<String, String> typed) {
    Map<String, String> positions = new LinkedHashMap<>();
    for (int i = 0; i < codes.size(); i++) {
      String place = String.valueOf((i + 1) * STEP);
      positions.put(codes.get(i), typed.getOrDefault("pos-" + codes.get(i), place).strip());
    }
    return positions;
  }

  /** Those that are no places, field to message key. */
  static Map<String, String> unread(Map<String, String> positions) {
    Map<String, String> unread = new HashMap<>();
    positions.forEach(
        (code, place) -> {
          if (!place.matches(NUMBER)) {
            unread.put("pos-" + code, "categories.error.position");
          }
        });
    return unread;
  }

  /** The lower place first; what has the same keeps its order, what has none comes last. */
  static <T> List<T> ordered(
      List<T> things, java.util.function.Function<T, String> code, Map<String, String> positions) {
    return things.stream()
        .sorted(
            Comparator.comparingInt(thing -> place(positions.getOrDefault(code.apply(thing), ""))))
        .toList();
  }

  private static int place(String position) {
    return position.matches(NUMBER) ? Integer.parseInt(position) : Integer.MAX_VALUE;
  }

  private Map<String, String> positions() {
    return positions(now.subcategories().stream().map(Subcategory::code).toList(), typed);
  }

  private String text(String field, String otherwise) {
    return typed.getOrDefault(field, otherwise).strip();
  }

  /** A box that is not ticked is not sent; whether it was there is told by the name beside it. */
  private boolean on(String suffix, boolean otherwise) {
    return typed.containsKey("zh" + suffix) ? typed.containsKey("on" + suffix) : otherwise;
  }
}
