package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.ticket.Category.Subcategory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What can be chosen in filters and forms, in the user's language. */
@Component
public class Choices {
  private final Categories categories;
  private final Estates estates;
  private final Labels labels;

  Choices(Categories categories, Estates estates, Labels labels) {
    this.categories = categories;
    this.estates = estates;
    this.labels = labels;
  }

  /** All codes of an enum with their names. */
  public <E extends Enum<E> & Coded> List<Choice> of(String group, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(code -> new Choice(code.code(), labels.name(group, code)))
        .toList();
  }

  /**
   * All categories, each followed by its sub-categories as {@code category/sub}; those that are no
   * longer offered say so.
   */
  public List<Choice> categories() {
    return choices(categories.all());
  }

  /** The same without those that new tickets do not get. */
  public List<Choice> offeredCategories() {
    return choices(categories.offered());
  }

  /** The same with the one that a ticket has, offered or not. */
  List<Choice> offeredCategories(String category, String subcategory) {
    String has = subcategory.isEmpty() ? category : category + "/" + subcategory;
    Set<String> offered =
        offeredCategories().stream().map(Choice::value).collect(Collectors.toSet());
    return categories().stream()
        .filter(each -> offered.contains(each.value()) || each.value().equals(has))
        .toList();
  }

  private List<Choice> choices(List<Category> shown) {
    List<Choice> choices = new ArrayList<>();
    for (Category category : shown) {
      choices.add(new Choice(category.code(), marked(name(category), category.offered())));
      for (Subcategory sub : category.subcategories()) {
        choices.add(
            new Choice(
                category.code() + "/" + sub.code(),
                "\u3000" + marked(name(sub), category.offered() && sub.offered())));
      }
    }
    return choices;
  }

  private String marked(String name, boolean offered) {
    return offered ? name : labels.text("categories.notOffered", name);
  }

  /** The estates that this scope sees. */
  public List<Choice> estates(EstateScope scope) {
    return visible(scope).stream()
        .map(estate -> new Choice(estate.requireId().toString(), estate.name()))
        .toList();
  }

  /** The names of buildings in what this scope sees, each once. */
  public List<String> buildings(EstateScope scope) {
    return visible(scope).stream()
        .flatMap(estate -> estate.buildings().stream())
        .map(Estate.Building::name)
        .distinct()
        .toList();
  }

  /** The name of a category, with its sub-category where there is one: the more telling of both. */
  public String categoryName(String category, String subcategory) {
    return categories
        .find(category)
        .map(
            found ->
                found.subcategories().stream()
                    .filter(sub -> sub.code().equals(subcategory))
                    .map(this::name)
                    .findFirst()
                    .orElse(name(found)))
        .orElse(category);
  }

  /** Category and sub-category, "设施设备 · 电梯故障". */
  public String fullCategoryName(String category, String subcategory) {
    String whole = categories.find(category).map(this::name).orElse(category);
    String part = categoryName(category, subcategory);
    return subcategory.isEmpty() || whole.equals(part) ? whole : whole + " · " + part;
  }

  /** The name of a sub-category of whichever category has it. */
  public String subcategoryName(String code) {
    return categories.all().stream()
        .flatMap(category -> category.subcategories().stream())
        .filter(sub -> sub.code().equals(code))
        .map(this::name)
        .findFirst()
        .orElse(code);
  }

  private String name(Category category) {
    return labels.chinese() ? category.zh() : category.en();
  }

  private String name(Subcategory sub) {
    return labels.chinese() ? sub.zh() : sub.en();
  }

  private List<Estate> visible(EstateScope scope) {
    return estates.findAllByOrderByPositionAscIdAsc().stream()
        .filter(estate -> scope.sees(estate.requireId()))
        .toList();
  }
}
