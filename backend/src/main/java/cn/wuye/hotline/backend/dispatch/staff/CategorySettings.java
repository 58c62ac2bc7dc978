package cn.wuye.hotline.backend.dispatch.staff;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.ticket.Category.Subcategory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What an administrator changes of categories: their names. Codes stay, because tickets, the API
 * and the lexicon have them; who is responsible stands in the matrix.
 */
@Component
public class CategorySettings {
  private static final int LONGEST_NAME = 30;

  private final Categories categories;
  private final Transactions transactions;
  private final Audit audit;

  CategorySettings(Categories categories, Transactions transactions, Audit audit) {
    this.categories = categories;
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * Renames a category and its sub-categories.
   *
   * @param wanted with the sub-categories that it has, in their order
   * @param seen the version that the writer had before her
   * @param by login
   * @return what is wrong, field to message key: {@code zh, en, zh-lift, en-lift …}, {@code
   *     version} when somebody was faster; empty when it is done
   */
  public Map<String, String> rename(Category wanted, long seen, String by) {
    Map<String, String> wrong = new LinkedHashMap<>();
    check("zh", wanted.zh(), wrong);
    check("en", wanted.en(), wrong);
    for (Subcategory sub : wanted.subcategories()) {
      check("zh-" + sub.code(), sub.zh(), wrong);
      check("en-" + sub.code(), sub.en(), wrong);
    }
    if (!wrong.isEmpty()) {
      return wrong;
    }
    boolean done = transactions.run(() -> renamed(wanted, seen, by));
    categories.forget();
    return done ? Map.of() : Map.of("version", "dispatch.error.stale");
  }

  private boolean renamed(Category wanted, long seen, String by) {
    Optional<Category> before = categories.stored(wanted.code());
    if (before.isEmpty()
        || !codes(before.get()).equals(codes(wanted))
        || !categories.rename(wanted, seen)) {
      return false;
    }
    Map<String, Object> changes = new LinkedHashMap<>();
    change(changes, "zh", before.get().zh(), wanted.zh());
    change(changes, "en", before.get().en(), wanted.en());
    for (int i = 0; i < wanted.subcategories().size(); i++) {
      Subcategory old = before.get().subcategories().get(i);
      Subcategory now = wanted.subcategories().get(i);
      change(changes, now.code() + ".zh", old.zh(), now.zh());
      change(changes, now.code() + ".en", old.en(), now.en());
    }
    audit.record(Audit.user(by), AuditAction.SETTING_CHANGED, "category:" + wanted.code(), changes);
    return true;
  }

  private static List<String> codes(Category category) {
    return category.subcategories().stream().map(Subcategory::code).toList();
  }

  private static void change(Map<String, Object> changes, String what, String from, String to) {
    if (!from.equals(to)) {
      changes.put(what, Map.of("from", from, "to", to));
    }
  }

  private static void check(String field, String name, Map<String, String> wrong) {
    if (name.isBlank() || Text.length(name) > LONGEST_NAME) {
      wrong.put(field, "categories.error.name");
    }
  }
}
