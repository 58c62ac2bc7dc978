package cn.wuye.hotline.backend.console;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.DataBinder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The list's filters as they stand in its address; empty strings where nothing was chosen.
 *
 * @param category {@code facilities} or {@code facilities/lift}
 * @param from first day, {@code 2026-01-31}
 * @param to last day, included
 * @param open {@code true}: only what is not finished
 * @param unfinished {@code true}: only what its caller did not say to the end
 * @param who {@code mine, department, nobody}: whose they are
 * @param due code: late, due within an hour, or escalated
 * @param relation code: repeats, or incidents
 * @param cursor where the page before ended
 */
record ListParameters(
    String q,
    String state,
    String category,
    String urgency,
    String estate,
    String channel,
    String from,
    String to,
    String open,
    String unfinished,
    String who,
    String due,
    String relation,
    String cursor) {
  static final String PATH = "/console/tickets";

  // Called by data binding: parameters that were not sent are null.
  ListParameters {
    q = text(q);
    state = text(state);
    category = text(category);
    urgency = text(urgency);
    estate = text(estate);
    channel = text(channel);
    from = text(from);
    to = text(to);
    open = text(open);
    unfinished = text(unfinished);
    who = text(who);
    due = text(due);
    relation = text(relation);
    cursor = text(cursor);
  }

  /** Whether anything narrows the list. */
  public boolean active() {
    return narrowed()
        || !q.isBlank()
        || openOnly()
        || unfinishedOnly()
        || !who.isBlank()
        || !due.isBlank()
        || !relation.isBlank();
  }

  /** Whether only what is not finished is wanted. */
  public boolean openOnly() {
    return open.equals("true");
  }

  /** Whether only what its caller did not say to the end is wanted. */
  public boolean unfinishedOnly() {
    return unfinished.equals("true");
  }

  /** Whether one of the folded filters is set. */
  public boolean narrowed() {
    return !(state + category + urgency + estate + channel + from + to).isBlank();
  }

  /** The address of this very page. */
  public String thisPage() {
    return page(cursor);
  }

  /** The address of the newest page with the same filters. */
  public String firstPage() {
    return page("");
  }

  /**
   * What stands behind the question mark of the newest page; empty when nothing narrows the list.
   */
  public String query() {
    String address = firstPage();
    int mark = address.indexOf('?');
    return mark < 0 ? "" : address.substring(mark + 1);
  }

  /** The filters of such a query. */
  static ListParameters of(String query) {
    MultiValueMap<String, String> sent =
        UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
    DataBinder binder = new DataBinder(null);
    binder.setTargetType(ResolvableType.forClass(ListParameters.class));
    binder.construct(new Sent(sent));
    return (ListParameters) Objects.requireNonNull(binder.getTarget());
  }

  private record Sent(MultiValueMap<String, String> parameters)
      implements DataBinder.ValueResolver {
    @Override
    public @Nullable Object resolveValue(String name, Class<?> type) {
      String value = parameters.getFirst(name);
      return value == null ? null : UriUtils.decode(value, StandardCharsets.UTF_8);
    }

    @Override
    public Set<String> getNames() {
      return parameters.keySet();
    }
  }

  /** The address of the page that begins there. */
  String page(String from) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
    add(address, "q", q);
    add(address, "state", state);
    add(address, "category", category);
    add(address, "urgency", urgency);
    add(address, "estate", estate);
    add(address, "channel", channel);
    add(address, "from", this.from);
    add(address, "to", to);
    add(address, "open", openOnly() ? "true" : "");
    add(address, "unfinished", unfinishedOnly() ? "true" : "");
    add(address, "who", who);
    add(address, "due", due);
    add(address, "relation", relation);
    add(address, "cursor", from);
    return address.encode().build().toUriString();
  }

  private static void add(UriComponentsBuilder address, String name, String value) {
    if (!value.isBlank()) {
      // As a template variable, so that every character of the value is encoded.
      address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
