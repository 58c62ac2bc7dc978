package cn.wuye.hotline.caller.sip;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIP message as it came. */
record SipMessage(String text) {
  private static final Pattern MEDIA = Pattern.compile("(?m)^m=audio (\\d+) ");
  private static final Pattern TOLD = Pattern.compile("(?m)^SIP/2\\.0 (\\d{3}) ");
  private static final Pattern ADDRESS = Pattern.compile("(?m)^c=IN IP4 ([0-9.]+)");

  static final SipMessage NONE = new SipMessage("");

  boolean isEmpty() {
    return text.isEmpty();
  }

  String firstLine() {
    return text.lines().findFirst().orElse("");
  }

  boolean isRequest(String method) {
    return firstLine().startsWith(method + " ");
  }

  boolean isResponse() {
    return firstLine().startsWith("SIP/2.0");
  }

  /** Of a response, 100 to 699. */
  int status() {
    return Integer.parseInt(firstLine().split(" ")[1]);
  }

  /** Of a NOTIFY, how far what it tells of has come; empty when it tells no status. */
  Optional<Integer> told() {
    Matcher status = TOLD.matcher(text);
    return status.find() ? Optional.of(Integer.valueOf(status.group(1))) : Optional.empty();
  }

  /** The first of that name; empty without one. */
  String header(String name) {
    return headers(name).stream().findFirst().orElse("");
  }

  List<String> headers(String name) {
    return text.lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .toList();
  }

  String callId() {
    return header("Call-ID");
  }

  /** The method that a response answers. */
  String method() {
    return header("CSeq").replaceFirst("^\\d+\\s+", "");
  }

  /** Where the other end listens for sound; 0 when it says nothing of it. */
  int mediaPort() {
    Matcher media = MEDIA.matcher(text);
    return media.find() ? Integer.parseInt(media.group(1)) : 0;
  }

  String mediaAddress() {
    Matcher address = ADDRESS.matcher(text);
    return address.find() ? address.group(1) : "127.0.0.1";
  }

  /** The address in pointed brackets. */
  String uri(String name) {
    String value = header(name);
    int from = value.indexOf('<');
    int to = value.indexOf('>');
    return from < 0 || to < from ? value : value.substring(from + 1, to);
  }
}
