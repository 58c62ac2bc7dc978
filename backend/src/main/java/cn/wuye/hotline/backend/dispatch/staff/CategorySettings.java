package cn.wuye.hotline.backend.dispatch.staff;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.ticket.Category.Subcategory;
import cn.wuye.hotline.backend.ticket.CategoryRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * What an administrator changes of categories: names, order, whether they are offered, and new
 * ones. Codes stay and nothing is taken away, because tickets, the API, rules and the lexicon have
 * them; who is responsible stands in the matrix.
 */
@Component
public class CategorySettings {
  /** Where everything goes that fits nowhere else. */
  public static final String FALLBACK = "other";

  private static final int LONGEST_NAME = 30;
  private static final String CODE = "[a-z][a-z0-9-]{1,23}";

  /** What means something else: pages have the first, the keys of the phone the others. */
  private static final Set<String> RESERVED = Set.of("new", "progress", "person");

  private static final String TAKEN = "categories.error.taken";
  private static final Map<String, String> STALE = Map.of("version", "categories.error.stale");

  private final Categories categories;
  private final CategoryRows rows;
  private final Transactions transactions;
  private final Audit audit;

  CategorySettings(
      Categories categories, CategoryRows rows, Transactions transactions, Audit audit) {
    this.categories = categories;
    this.rows = rows;
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * Adds a category behind all others.
   *
   * @param wanted without parts
   * @param by login
   * @return what is wrong, field to message key: {@code code, zh, en}; empty when it is done
   */
  public Map<String, String> add(Category wanted, String by) {
    Map<String, String> wrong = new LinkedHashMap<>();
    code("code", wanted.code(), wrong);
    name("zh", wanted.zh(), wrong);
    name("en", wanted.en(), wrong);
    return wrong.isEmpty() ? changed("code", () -> added(wanted, by)) : wrong;
  }

  private Map<String, String> added(Category wanted, String by) {
    rows.changing();
    List<Category> all = categories.stored();
    if (codes(all).contains(wanted.code())) {
      return Map.of("code", TAKEN);
    }
    Map<String, String> wrong = new LinkedHashMap<>();
    names(wanted, all, wrong);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    rows.insert(wanted, all.size() + 1);
    audit.record(
        Audit.user(by),
        AuditAction.SETTING_CHANGED,
        "category:" + wanted.code(),
        Map.of("added", wanted.zh() + " / " + wanted.en()));
    return Map.of();
  }

  /**
   * Changes a category: its names, whether it is offered, the order of its parts, and the same of
   * each part.
   *
   * @param wanted with all the parts that it has, in the order that they are to have
   * @param added one more part, behind the others
   * @param seen the version that the writer had before her
   * @param by login
   * @return what is wrong, field to message key: {@code zh, en, offered, zh-lift, en-lift …,
   *     new-code, new-zh, new-en}, {@code version} when somebody was faster; empty when it is done
   */
  public Map<String, String> save(
      Category wanted, Optional<Subcategory> added, long seen, String by) {
    Map<String, String> wrong = new LinkedHashMap<>();
    name("zh", wanted.zh(), wrong);
    name("en", wanted.en(), wrong);
    if (wanted.code().equals(FALLBACK) && !wanted.offered()) {
      wrong.put("offered", "categories.error.fallback");
    }
    Set<String> names = new HashSet<>();
    for (Subcategory sub : wanted.subcategories()) {
      part("-" + sub.code(), sub, names, wrong);
    }
    added.ifPresent(
        sub -> {
          code("new-code", sub.code(), wrong);
          name("new-zh", sub.zh(), wrong);
          name("new-en", sub.en(), wrong);
          unlike("new-zh", sub.zh(), names, wrong);
          unlike("new-en", sub.en(), names, wrong);
        });
    return wrong.isEmpty() ? changed("new-code", () -> saved(wanted, added, seen, by)) : wrong;
  }

  private Map<String, String> saved(
      Category wanted, Optional<Subcategory> added, long seen, String by) {
    rows.changing();
    List<Category> all = categories.stored();
    Optional<Category> before =
        all.stream().filter(each -> each.code().equals(wanted.code())).findFirst();
    if (before.isEmpty() || !parts(before.get()).equals(parts(wanted))) {
      return STALE;
    }
    Map<String, String> wrong = new LinkedHashMap<>();
    names(wanted, all, wrong);
    added
        .filter(sub -> codes(all).contains(sub.code()))
        .ifPresent(s -> wrong.put("new-code", TAKEN));
    if (!wrong.isEmpty()) {
      return wrong;
    }
    if (!rows.update(wanted, seen)) {
      return STALE;
    }
    Map<String, Object> changes = changes(before.get(), wanted);
    added.ifPresent(
        sub -> {
          rows.insert(wanted.code(), sub, wanted.subcategories().size() + 1);
          changes.put(sub.code() + ".added", sub.zh() + " / " + sub.en());
        });
    if (!changes.isEmpty()) {
      audit.record(
          Audit.user(by), AuditAction.SETTING_CHANGED, "category:" + wanted.code(), changes);
    }
    return Map.of();
  }

  /**
   * Puts all categories in another order.
   *
   * @param codes of all categories
   * @param seen the revision that the writer had before her
   * @param by login
   * @return {@code version} to message key when somebody was faster; empty when it is done
   */
  public Map<String, String> order(List<String> codes, long seen, String by) {
    return changed("version", () -> ordered(codes, seen, by));
  }

  private Map<String, String> ordered(List<String> codes, long seen, String by) {
    if (!rows.changing(seen)) {
      return STALE;
    }
    List<String> before = categories.stored().stream().map(Category::code).toList();
    if (codes.size() != before.size() || !Set.copyOf(codes).equals(Set.copyOf(before))) {
      return STALE;
    }
    if (!codes.equals(before)) {
      rows.order(codes);
      audit.record(
          Audit.user(by),
          AuditAction.SETTING_CHANGED,
          "categories",
          Map.of("order", Map.of("from", String.join(" ", before), "to", String.join(" ", codes))));
    }
    return Map.of();
  }

  /**
   * @param taken the field whose code another node of an earlier release may just have used
   */
  private Map<String, String> changed(String taken, Supplier<Map<String, String>> change) {
    try {
      return transactions.run(change);
    } catch (DuplicateKeyException faster) {
      return Map.of(taken, TAKEN);
    } finally {
      categories.forget();
    }
  }

  private static Map<String, Object> changes(Category before, Category wanted) {
    Map<String, Object> changes = new LinkedHashMap<>();
    change(changes, "zh", before.zh(), wanted.zh());
    change(changes, "en", before.en(), wanted.en());
    change(changes, "offered", before.offered(), wanted.offered());
    for (Subcategory now : wanted.subcategories()) {
      Subcategory old = before.subcategory(now.code()).orElse(now);
      change(changes, now.code() + ".zh", old.zh(), now.zh());
      change(changes, now.code() + ".en", old.en(), now.en());
      change(changes, now.code() + ".offered", old.offered(), now.offered());
    }
    change(changes, "order", order(before), order(wanted));
    return changes;
  }

  private static void change(Map<String, Object> changes, String what, Object from, Object to) {
    if (!from.equals(to)) {
      changes.put(what, Map.of("from", from, "to", to));
    }
  }

  private static String order(Category category) {
    return String.join(" ", category.subcategories().stream().map(Subcategory::code).toList());
  }

  private static Set<String> parts(Category category) {
    return Set.copyOf(category.subcategories().stream().map(Subcategory::code).toList());
  }

  /** Skills and lists name sub-categories without their category, so each code is used once. */
  private static Set<String> codes(List<Category> all) {
    Set<String> codes = new HashSet<>();
    for (Category category : all) {
      codes.add(category.code());
      codes.addAll(parts(category));
    }
    return codes;
  }

  /** An import goes by the names, too. */
  private static void names(Category wanted, List<Category> all, Map<String, String> wrong) {
    Set<String> others = new HashSet<>();
    List<Category> rest = new ArrayList<>(all);
    rest.removeIf(each -> each.code().equals(wanted.code()));
    rest.forEach(
        each -> {
          others.add(plain(each.zh()));
          others.add(plain(each.en()));
        });
    unlike("zh", wanted.zh(), others, wrong);
    unlike("en", wanted.en(), others, wrong);
  }

  private static void part(
      String suffix, Subcategory sub, Set<String> names, Map<String, String> wrong) {
    name("zh" + suffix, sub.zh(), wrong);
    name("en" + suffix, sub.en(), wrong);
    unlike("zh" + suffix, sub.zh(), names, wrong);
    unlike("en" + suffix, sub.en(), names, wrong);
    names.add(plain(sub.zh()));
    names.add(plain(sub.en()));
  }

  private static void unlike(
      String field, String name, Set<String> others, Map<String, String> wrong) {
    if (others.contains(plain(name))) {
      wrong.putIfAbsent(field, "categories.error.sameName");
    }
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(java.util.Locale.ROOT);
  }

  private static void code(String field, String code, Map<String, String> wrong) {
    if (!code.matches(CODE) || RESERVED.contains(code)) {
      wrong.put(field, "categories.error.code");
    }
  }

  private static void name(String field, String name, Map<String, String> wrong) {
    if (name.isBlank() || Text.length(name) > LONGEST_NAME) {
      wrong.put(field, "categories.error.name");
    }
  }
}
