package cn.wuye.hotline.backend.dispatch.staff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.ticket.Category.Subcategory;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Invalidity;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketRules;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Categories as administrators change them; each test has one of its own with two parts. */
@SuppressWarnings("NullAway.Init")
abstract class CategoryCases {
  private static final Actor SOMEBODY = Actor.user("agent");
  private static final Actor CALLER = Actor.call(new CallId("node-1-category.1"));

  @Autowired CategorySettings settings;
  @Autowired Categories categories;
  @Autowired TicketRules rules;
  @Autowired Tickets tickets;
  @Autowired TicketChanges changes;
  @Autowired JdbcClient jdbc;
  private String code;
  private String one;
  private String two;

  @BeforeEach
  void aCategoryWithTwoParts() {
    code = newCode();
    one = code + "-1";
    two = code + "-2";
    assertThat(settings.add(named(code), "admin")).isEmpty();
    assertThat(settings.save(now(), Optional.of(part(one)), 0, "admin")).isEmpty();
    assertThat(settings.save(now(), Optional.of(part(two)), 1, "admin")).isEmpty();
  }

  @Test
  void whatIsAddedIsOfferedBehindTheOthersAndInTheAudit() {
    assertThat(last(categories.offered()).code()).isEqualTo(code);
    assertThat(now().subcategories()).extracting(Subcategory::code).containsExactly(one, two);
    assertThat(rules.check(contents(code, two), EstateScope.ALL)).isEmpty();
    assertThat(audit("category:" + code))
        .hasSize(3)
        .anySatisfy(details -> assertThat(details).contains("added", "名" + code))
        .anySatisfy(details -> assertThat(details).contains(two + ".added"));
  }

  @Test
  void aCodeOrNameThatIsUsedOrCannotBeUsedIsRefused() {
    String taken = "categories.error.taken";
    String bad = "categories.error.code";
    assertThat(settings.add(named(code), "admin")).containsEntry("code", taken);
    assertThat(settings.add(new Category("lift", "升降梯", "Hoist", true, List.of()), "admin"))
        .as("code of a part elsewhere")
        .containsEntry("code", taken);
    assertThat(settings.add(new Category("person", "人", "Person", true, List.of()), "admin"))
        .as("what a key of the phone means")
        .containsEntry("code", bad);
    assertThat(settings.add(new Category("噪音", "", "x".repeat(31), true, List.of()), "admin"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("code", bad, "zh", "categories.error.name", "en", "categories.error.name"));
    assertThat(settings.add(new Category(newCode(), "设施设备", "X", true, List.of()), "admin"))
        .containsEntry("zh", "categories.error.sameName");
    assertThat(settings.save(now(), Optional.of(part("lift")), 2, "admin"))
        .containsEntry("new-code", taken);
    assertThat(
            settings.save(
                now(), Optional.of(new Subcategory(newCode(), "名" + one, "Y", true)), 2, "admin"))
        .containsEntry("new-zh", "categories.error.sameName");
    assertThat(categories.version(code)).isEqualTo(2);
  }

  @Test
  void ofTwoWhoAddTheSameAtOnceOneIsTold() {
    String wanted = newCode();

    List<Map<String, String>> answers =
        Together.run(4, i -> settings.add(named(wanted), "admin" + i));

    assertThat(answers).filteredOn(Map::isEmpty).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.containsKey("code")).hasSize(3);
    assertThat(audit("category:" + wanted)).hasSize(1);
  }

  @Test
  void ofTwoWhoAddTheSamePartToTwoCategoriesAtOnceOneIsTold() {
    String other = newCode();
    assertThat(settings.add(named(other), "admin")).isEmpty();
    String part = newCode();
    Category[] both = {now(), stored(other)};
    long[] seen = {2, 0};

    List<Map<String, String>> answers =
        Together.run(2, i -> settings.save(both[i], Optional.of(part(part)), seen[i], "admin"));

    assertThat(answers)
        .containsExactlyInAnyOrder(Map.of(), Map.of("new-code", "categories.error.taken"));
  }

  @Test
  void staleFormChangesNothing() {
    Category before = now();
    assertThat(settings.save(offered(before, false), Optional.empty(), 2, "admin")).isEmpty();

    assertThat(settings.save(before, Optional.empty(), 2, "admin"))
        .containsEntry("version", "categories.error.stale");
    Category withoutOne =
        new Category(code, before.zh(), before.en(), true, List.of(before.subcategories().get(1)));
    assertThat(settings.save(withoutOne, Optional.empty(), 3, "admin"))
        .as("a form from before the other part was there")
        .containsKey("version");
    assertThat(now().offered()).isFalse();
    assertThat(audit("category:" + code)).hasSize(4);
  }

  @Test
  void partsAndCategoriesArePutInOrder() {
    Category before = now();
    List<Subcategory> turned = new ArrayList<>(before.subcategories());
    Collections.reverse(turned);
    assertThat(
            settings.save(
                new Category(code, before.zh(), before.en(), true, turned),
                Optional.empty(),
                2,
                "admin"))
        .isEmpty();
    assertThat(now().subcategories()).extracting(Subcategory::code).containsExactly(two, one);

    List<String> codes = new ArrayList<>(categories.stored().stream().map(Category::code).toList());
    codes.remove(code);
    codes.add(0, code);
    long seen = categories.revision();
    assertThat(settings.order(codes, seen, "admin")).isEmpty();
    assertThat(categories.offered().get(0).code()).isEqualTo(code);
    assertThat(settings.order(codes, seen, "admin")).containsKey("version");
    codes.remove(code);
    assertThat(settings.order(codes, seen + 1, "admin"))
        .as("a form that does not know all of them")
        .containsKey("version");
    codes.add(code);
    assertThat(settings.order(codes, categories.revision(), "admin")).isEmpty();
    assertThat(last(categories.stored()).code()).isEqualTo(code);
  }

  @Test
  void whatIsNoLongerOfferedIsKeptByOldTicketsAndRefusedToNewOnes() {
    Ticket old = open(code, one);
    offer(code, true, one, false);

    assertThat(rules.check(contents(code, one), EstateScope.ALL))
        .hasValueSatisfying(
            invalid -> {
              assertThat(invalid.reason()).isEqualTo(Invalidity.CATEGORY_NOT_OFFERED);
              assertThat(invalid.value()).isEqualTo(code + "/" + one);
              assertThat(invalid.possible())
                  .extracting(ChangeResult.Possible::code)
                  .containsExactly(code + "/" + two);
            });
    assertThat(rules.check(contents(code, two), EstateScope.ALL)).isEmpty();
    assertThat(amend(old, text(old.contents(), "又坏了"))).isInstanceOf(ChangeResult.Done.class);
    assertThat(category(old)).isEqualTo(code + "/" + one);
    Ticket other = open(code, two);
    assertThat(amend(other, with(other.contents(), code, one)))
        .isInstanceOf(ChangeResult.Invalid.class);

    offer(code, false, one, true);
    assertThat(rules.check(contents(code, two), EstateScope.ALL))
        .hasValueSatisfying(
            invalid ->
                assertThat(invalid.possible())
                    .extracting(ChangeResult.Possible::code)
                    .contains("facilities", "other")
                    .doesNotContain(code));
    assertThat(amend(other, with(other.contents(), code, one)))
        .as("within the category that it has")
        .isInstanceOf(ChangeResult.Done.class);

    offer(code, true, one, true);
    assertThat(rules.check(contents(code, one), EstateScope.ALL)).isEmpty();
  }

  @Test
  void aCallFallsToTheCategoryAboveOrToOtherUnlessItHasItsTicket() {
    NewTicket before = draft(code, one);
    Ticket begun = tickets.openOrAmend(before, CALLER);
    offer(code, true, one, false);
    Ticket part = tickets.openOrAmend(draft(code, one), CALLER);
    offer(code, false, one, false);
    Ticket whole = tickets.openOrAmend(draft(code, two), CALLER);

    Ticket completed = tickets.openOrAmend(SampleTickets.withText(before, "还漏水"), CALLER);

    assertThat(category(part)).isEqualTo(code + "/");
    assertThat(category(whole)).isEqualTo("other/");
    assertThat(completed.number()).isEqualTo(begun.number());
    assertThat(completed.contents().text()).isEqualTo("还漏水");
    assertThat(category(completed)).isEqualTo(code + "/" + one);
  }

  @Test
  void whereEverythingFallsToStays() {
    Category other = stored("other");

    assertThat(
            settings.save(
                offered(other, false), Optional.empty(), categories.version("other"), "admin"))
        .containsEntry("offered", "categories.error.fallback");
  }

  private static String newCode() {
    return "c" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static Category named(String code) {
    return new Category(code, "名" + code, "Name " + code, true, List.of());
  }

  private static Subcategory part(String code) {
    return new Subcategory(code, "名" + code, "Name " + code, true);
  }

  private static Category last(List<Category> all) {
    return all.get(all.size() - 1);
  }

  private Category now() {
    return stored(code);
  }

  private Category stored(String which) {
    return categories.stored(which).orElseThrow();
  }

  private static Category offered(Category category, boolean offered) {
    return new Category(
        category.code(), category.zh(), category.en(), offered, category.subcategories());
  }

  private void offer(String whole, boolean offered, String part, boolean partOffered) {
    Category before = stored(whole);
    Category wanted =
        new Category(
            whole,
            before.zh(),
            before.en(),
            offered,
            before.subcategories().stream()
                .map(
                    sub ->
                        sub.code().equals(part)
                            ? new Subcategory(sub.code(), sub.zh(), sub.en(), partOffered)
                            : sub)
                .toList());
    assertThat(settings.save(wanted, Optional.empty(), categories.version(whole), "admin"))
        .isEmpty();
  }

  private static NewTicket draft(String category, String part) {
    NewTicket draft = SampleTickets.draft(SampleTickets.newCall(), null);
    return SampleTickets.with(draft, with(draft.contents(), category, part));
  }

  private static Contents contents(String category, String part) {
    return draft(category, part).contents();
  }

  private Ticket open(String category, String part) {
    return tickets.open(draft(category, part), SOMEBODY).ticket();
  }

  private ChangeResult amend(Ticket ticket, Contents wanted) {
    long version = tickets.find(ticket.number(), EstateScope.ALL).orElseThrow().version();
    return changes.amend(
        new TicketChanges.Wish(ticket.number(), version, SOMEBODY, EstateScope.ALL),
        contents -> wanted);
  }

  private String category(Ticket ticket) {
    Subject subject =
        tickets.find(ticket.number(), EstateScope.ALL).orElseThrow().contents().subject();
    return subject.category() + "/" + subject.subcategory();
  }

  private static Contents with(Contents contents, String category, String part) {
    Subject subject = contents.subject();
    return new Contents(
        new Subject(subject.kind(), category, part, subject.urgency()),
        contents.place(),
        contents.reporter(),
        contents.text(),
        contents.unfinished(),
        contents.needsTranscript());
  }

  private static Contents text(Contents contents, String text) {
    return new Contents(
        contents.subject(),
        contents.place(),
        contents.reporter(),
        text,
        contents.unfinished(),
        contents.needsTranscript());
  }

  private List<String> audit(String subject) {
    return jdbc.sql("SELECT details FROM audit_entry WHERE subject = ?")
        .param(subject)
        .query(String.class)
        .list();
  }
}
