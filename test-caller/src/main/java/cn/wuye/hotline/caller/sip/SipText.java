package cn.wuye.hotline.caller.sip;

import java.util.UUID;

/** What a telephone of this machine writes: SIP over UDP, and how it wants to be sent sound. */
final class SipText {
  static final String HERE = "127.0.0.1";
  private static final int REGISTERED_SECONDS = 3600;

  private final String user;
  private final String address;
  private final int port;
  private final String tag = UUID.randomUUID().toString().substring(0, 8);

  /**
   * @param port where the telephone listens
   */
  SipText(String user, int port) {
    this.user = user;
    this.port = port;
    this.address = HERE + ":" + port;
  }

  /**
   * @param proof a header with its line's end, or nothing
   */
  String register(String callId, int sequence, String proof) {
    String me = "<sip:" + user + "@" + HERE + ">";
    return String.join(
        "\r\n",
        "REGISTER sip:" + HERE + " SIP/2.0",
        via(),
        "From: " + me + ";tag=" + tag,
        "To: " + me,
        "Call-ID: " + callId,
        "CSeq: " + sequence + " REGISTER",
        contact(),
        "Expires: " + REGISTERED_SECONDS,
        "Max-Forwards: 70",
        proof + "Content-Length: 0",
        "",
        "");
  }

  /**
   * @param proof a header with its line's end, or nothing
   */
  String invite(String number, String callId, int sequence, String proof) {
    String sdp = sdp(port + 1);
    return String.join(
        "\r\n",
        "INVITE " + uri(number) + " SIP/2.0",
        via(),
        "From: <sip:" + user + "@" + HERE + ">;tag=" + tag,
        "To: <" + uri(number) + ">",
        "Call-ID: " + callId,
        "CSeq: " + sequence + " INVITE",
        contact(),
        "Max-Forwards: 70",
        proof + "Content-Type: application/sdp",
        "Content-Length: " + sdp.length(),
        "",
        sdp);
  }

  /** The answer to the answer to an INVITE of this telephone. */
  String ack(String number, String callId, SipMessage answer) {
    boolean good = answer.status() == 200;
    return String.join(
        "\r\n",
        "ACK " + (good ? answer.uri("Contact") : uri(number)) + " SIP/2.0",
        good ? via() : "Via: " + answer.header("Via"),
        "From: " + answer.header("From"),
        "To: " + answer.header("To"),
        "Call-ID: " + callId,
        "CSeq: " + answer.header("CSeq").replace("INVITE", "ACK"),
        "Max-Forwards: 70",
        "Content-Length: 0",
        "",
        "");
  }

  /**
   * A request in a call that this telephone has answered.
   *
   * @param more headers with their lines' ends, or nothing
   */
  String inCall(SipMessage invite, String method, int sequence, String more) {
    return String.join(
        "\r\n",
        method + " " + invite.uri("Contact") + " SIP/2.0",
        via(),
        "From: " + invite.header("To") + ";tag=" + tag,
        "To: " + invite.header("From"),
        "Call-ID: " + invite.callId(),
        "CSeq: " + sequence + " " + method,
        contact(),
        "Max-Forwards: 70",
        more + "Content-Length: 0",
        "",
        "");
  }

  /**
   * @param soundPort where sound is wanted; 0 for a response without a description of sound
   */
  String response(SipMessage request, String status, int soundPort) {
    String sdp = soundPort == 0 ? "" : sdp(soundPort);
    String to = request.header("To");
    StringBuilder text = new StringBuilder("SIP/2.0 ").append(status).append("\r\n");
    request.headers("Via").forEach(via -> text.append("Via: ").append(via).append("\r\n"));
    request
        .headers("Record-Route")
        .forEach(route -> text.append("Record-Route: ").append(route).append("\r\n"));
    return text.append("From: ")
        .append(request.header("From"))
        .append("\r\nTo: ")
        .append(to.contains(";tag=") ? to : to + ";tag=" + tag)
        .append("\r\nCall-ID: ")
        .append(request.callId())
        .append("\r\nCSeq: ")
        .append(request.header("CSeq"))
        .append("\r\n")
        .append(contact())
        .append("\r\n")
        .append(sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
        .append("Content-Length: ")
        .append(sdp.length())
        .append("\r\n\r\n")
        .append(sdp)
        .toString();
  }

  static String uri(String number) {
    return "sip:" + number + "@" + HERE;
  }

  private String contact() {
    return "Contact: <sip:" + user + "@" + address + ">";
  }

  private String via() {
    return "Via: SIP/2.0/UDP " + address + ";branch=z9hG4bK" + UUID.randomUUID();
  }

  private static String sdp(int port) {
    return String.join(
        "\r\n",
        "v=0",
        "o=phone 1 1 IN IP4 " + HERE,
        "s=-",
        "c=IN IP4 " + HERE,
        "t=0 0",
        "m=audio " + port + " RTP/AVP 8",
        "a=rtpmap:8 PCMA/8000",
        "");
  }
}
