package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Heard.EmergencyWord;
import cn.wuye.hotline.ivr.conversation.Heard.Keys;
import cn.wuye.hotline.ivr.conversation.Heard.Words;
import cn.wuye.hotline.ivr.conversation.Talk;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.KnownIncident;
import cn.wuye.hotline.ivr.port.TicketDraft;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.port.TicketDraft.Link;
import cn.wuye.hotline.ivr.port.TicketDraft.LinkKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one call has told so far. At any moment it can be made a ticket of, so that nothing is lost
 * wherever the call ends.
 */
final class CaseFile implements Talk.Memory {
  private static final int LONGEST_COMMAND = 9;

  private final Commands commands;
  private final CallDialect dialect;
  private final Set<String> words = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private IntentReader intents;
  private @Nullable Intent intent;
  private @Nullable Intent before;
  private String keyedCategory = "";
  private Place place = Place.UNKNOWN;
  private boolean spoke;
  private boolean keyed;
  private boolean undecoded;
  private boolean noting = true;
  private boolean settled;
  private boolean wasSettled;
  private boolean aside;
  private boolean alarmed;
  private Link link = Link.NONE;
  private @Nullable KnownIncident incident;

  CaseFile(Commands commands, IntentReader intents, CallDialect dialect) {
    this.commands = commands;
    this.dialect = dialect;
    this.intents = intents;
  }

  @Override
  public void heard(Heard heard) {
    if (aside && !(heard instanceof EmergencyWord)) {
      return;
    }
    if (heard instanceof Words said) {
      spoke = true;
      undecoded |= !said.decoded() || said.text().isEmpty();
      note(said.text());
    } else if (heard instanceof EmergencyWord emergency) {
      spoke = true;
      emergencyText(emergency.text().isEmpty() ? emergency.word() : emergency.text());
    } else if (heard instanceof Keys keys) {
      keyed |= keys.digits().matches(".*[0-9].*");
    }
  }

  private void note(String text) {
    boolean command =
        text.length() <= LONGEST_COMMAND
            && (commands.wantsPerson(text) || commands.wantsRepeat(text));
    boolean wish = commands.wantsDialect(text).isPresent();
    if (noting && !text.isEmpty() && !command && !wish) {
      words.add(text);
    }
  }

  @Override
  public void dialect(String code) {
    dialect.said(code);
  }

  @Override
  public boolean listensForDialect() {
    return !alarmed && dialect.listens();
  }

  @Override
  public void spoke(Words words) {
    if (listensForDialect() && intents.read(words.text()).filter(Intent::emergency).isEmpty()) {
      dialect.spoke(words);
    }
  }

  @Override
  public String dialect() {
    return dialect.now(place.estateId());
  }

  @Override
  public List<String> dialects() {
    return dialect.offered(place.estateId());
  }

  /** Words of danger are part of the complaint wherever they are said. */
  void emergencyText(String text) {
    if (!text.isEmpty()) {
      words.add(text);
    }
  }

  /** What she said was no answer to a small question, so it belongs to the complaint. */
  void complained(String text) {
    if (!text.isEmpty()) {
      words.add(text);
    }
  }

  /** Whether what is said now is part of the complaint, and not an answer to a small question. */
  void noting(boolean complaint) {
    noting = complaint;
  }

  /**
   * Whether what comes now is no part of any complaint: the answers while a ticket is looked up.
   */
  void aside(boolean from) {
    aside = from;
  }

  boolean isAside() {
    return aside;
  }

  /** What the call has to do with an earlier ticket. */
  void link(Link earlier) {
    link = earlier;
  }

  /** The conversation has been interrupted: what comes now counts, and for itself. */
  void ordinary() {
    aside = false;
    noting = true;
    link = Link.NONE;
    incident = null;
  }

  /** What she has just been told of: unless she tells another matter, she speaks of that. */
  void about(@Nullable KnownIncident known) {
    incident = known;
  }

  /** Whether an intent is what she has been told of. */
  boolean isAbout(Intent told) {
    KnownIncident known = incident;
    return known != null
        && told.category().equals(known.intent().category())
        && told.subcategory().equals(known.intent().subcategory());
  }

  private Link linked() {
    KnownIncident known = incident;
    return known != null
            && !link.together()
            && (intent().equals(Intent.UNKNOWN) || isAbout(intent()))
        ? new Link(LinkKind.ADDS_TO, known.ticket())
        : link;
  }

  /** That she said this was no complaint; if it was all, she has told nothing yet. */
  void notComplained(String said) {
    words.remove(said);
    if (words.isEmpty() && !undecoded) {
      spoke = false;
      keyed = false;
    }
  }

  /** Adds what she did in words: which key, who answered. */
  void note(String what, String detail) {
    notes.add(detail.isEmpty() ? what : what + "：" + detail);
  }

  /** What she has said of her complaint, as far as it was decoded. */
  String text() {
    return String.join("，", words);
  }

  /** Details have come after a key: they may tell the sub-category. */
  void refine() {
    if (!keyedCategory.isEmpty()) {
      category(keyedCategory);
    }
  }

  /** She has taken back what she said; it stays in the ticket as something said before. */
  void forgetWords() {
    notes.add("先说：" + text());
    words.clear();
  }

  /** The ticket is complete: nothing that comes now makes it unfinished again. */
  void settled() {
    settled = true;
  }

  boolean isSettled() {
    return settled;
  }

  /** Whether she has neither said nor keyed anything. */
  boolean nothing() {
    return !spoke && !keyed && !alarmed;
  }

  boolean spoke() {
    return spoke;
  }

  /** Whether only keys can be counted on: she has not spoken, or nothing decodes her. */
  boolean keysPreferred() {
    return undecoded || !spoke;
  }

  void category(String category) {
    keyedCategory = category;
    intent =
        Optional.of(text())
            .flatMap(said -> intents.read(said, category))
            .orElseGet(() -> new Intent(kindOf(category), category, "", "general", 1));
  }

  private static String kindOf(String category) {
    return category.equals("facilities") ? "repair" : "complaint";
  }

  /** The intent of the text, if the text or all that was said so far makes it sure. */
  Optional<Intent> sure(String said) {
    return intents
        .read(said)
        .filter(each -> each.confidence() >= IntentReader.SURE)
        .or(() -> intents.read(text()).filter(e -> e.confidence() >= IntentReader.SURE));
  }

  void intent(@Nullable Intent known) {
    intent = known;
  }

  boolean intentKnown() {
    return intent != null;
  }

  /** The best that is known of the intent; something in any case. */
  Intent intent() {
    if (intent != null) {
      return intent;
    }
    return sure(text()).orElse(Intent.UNKNOWN);
  }

  /** From now on an emergency; what kind is told by the word, or by what else was said. */
  void emergency(Intent emergency) {
    before = intent;
    alarmed = true;
    wasSettled = settled;
    settled = false;
    intent = emergency;
  }

  /**
   * She has said that it is no emergency: words of danger count no more, and what sounded like one
   * is no complaint.
   */
  void noEmergency(String alarm) {
    intents = intents.withoutEmergencies();
    alarmed = false;
    settled = wasSettled;
    intent = before;
    if (!alarm.isEmpty() && words.remove(alarm)) {
      notes.add("说过“" + alarm + "”，确认不是紧急情况");
    }
  }

  Place place() {
    return place;
  }

  void place(Place known) {
    place = known;
  }

  TicketDraft draft(Completeness completeness) {
    String text = text();
    String done = String.join("；", notes);
    return new TicketDraft(
        intent(),
        place,
        text.isEmpty() ? done : text,
        completeness,
        spoke && (undecoded || text.isEmpty()),
        linked(),
        dialect.said(),
        dialect.heard());
  }
}
