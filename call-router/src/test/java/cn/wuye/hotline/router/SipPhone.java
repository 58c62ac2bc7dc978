package cn.wuye.hotline.router;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A softphone on this machine: registers with its password over UDP, rings, and answers when it is
 * told to. It says a tone where that is wanted.
 */
public final class SipPhone implements AutoCloseable {
  private static final int LONGEST_MESSAGE = 65_535;
  private static final String LOOPBACK = "127.0.0.1";

  private final String user;
  private final String password;
  private final InetSocketAddress server;
  private final DatagramSocket socket;
  private final PhoneSound sound = new PhoneSound();
  private final String registration = UUID.randomUUID().toString();
  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private final List<String> rung = new CopyOnWriteArrayList<>();
  private volatile boolean answering = true;
  private volatile boolean registered;
  private int sequence;
  private int expires;

  /** The INVITE of the call that it rings for or talks in; empty without one. */
  private String invite = "";

  private boolean talking;

  public SipPhone(String user, String password, int serverPort) throws IOException {
    this.user = user;
    this.password = password;
    this.server = new InetSocketAddress(LOOPBACK, serverPort);
    this.socket = new DatagramSocket(0, InetAddress.getByName(LOOPBACK));
    Thread reader = new Thread(this::read, "phone-" + user);
    reader.setDaemon(true);
    reader.start();
  }

  /** As Asterisk dials it. */
  public String device() {
    return "PJSIP/" + user;
  }

  /** What it says and hears. */
  public PhoneSound sound() {
    return sound;
  }

  /** The Call-IDs of the calls for which it rang, in their order. */
  public List<String> rung() {
    return List.copyOf(rung);
  }

  public boolean registered() {
    return registered;
  }

  /** Whether it answers what rings from now on; at first it does. */
  public void answers(boolean yes) {
    answering = yes;
  }

  public synchronized void register() {
    sendRegister("", 300);
  }

  /** Is no longer there, and says so. */
  public synchronized void unregister() {
    sendRegister("", 0);
  }

  /** Takes the call that rings. */
  public synchronized void answer() {
    if (!invite.isEmpty() && !talking) {
      talking = true;
      sound.talksTo(soundOf(invite));
      send(response(invite, "200 OK", true));
    }
  }

  /** Ends the talk. */
  public synchronized void hangUp() {
    if (!talking) {
      return;
    }
    String contact = group(header(invite, "Contact"), "<([^>]+)>");
    send(
        String.join(
            "\r\n",
            "BYE " + contact + " SIP/2.0",
            "Via: SIP/2.0/UDP " + here() + ";branch=z9hG4bK" + UUID.randomUUID(),
            "From: " + header(invite, "To") + ";tag=" + tag,
            "To: " + header(invite, "From"),
            "Call-ID: " + header(invite, "Call-ID"),
            "CSeq: 1 BYE",
            "Max-Forwards: 70",
            "Content-Length: 0",
            "",
            ""));
    over();
  }

  private void read() {
    byte[] buffer = new byte[LONGEST_MESSAGE];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
      } catch (IOException e) {
        return;
      }
      String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
      if (!message.isBlank()) {
        take(message);
      }
    }
  }

  private synchronized void take(String message) {
    String first = message.lines().findFirst().orElse("");
    if (first.startsWith("SIP/2.0 401") && header(message, "CSeq").endsWith("REGISTER")) {
      challenged(message);
    } else if (first.startsWith("SIP/2.0 200") && header(message, "CSeq").endsWith("REGISTER")) {
      registered = !header(message, "Contact").isEmpty();
    } else if (first.startsWith("INVITE ")) {
      invited(message);
    } else if (first.startsWith("CANCEL ")) {
      send(response(message, "200 OK", false));
      cancelled();
    } else if (first.startsWith("BYE ")) {
      send(response(message, "200 OK", false));
      // The end of an earlier call may come late.
      if (header(message, "Call-ID").equals(header(invite, "Call-ID"))) {
        over();
      }
    } else if (!first.startsWith("SIP/2.0") && !first.startsWith("ACK ")) {
      send(response(message, "200 OK", false));
    }
  }

  private void invited(String message) {
    boolean known = header(message, "Call-ID").equals(header(invite, "Call-ID"));
    if (!invite.isEmpty() && !known) {
      send(response(message, "486 Busy Here", false));
      return;
    }
    if (!known) {
      invite = message;
      rung.add(header(message, "Call-ID"));
    }
    if (talking) {
      send(response(message, "200 OK", true));
      return;
    }
    send(response(message, "180 Ringing", false));
    if (answering) {
      answer();
    }
  }

  private void cancelled() {
    if (!invite.isEmpty() && !talking) {
      send(response(invite, "487 Request Terminated", false));
      over();
    }
  }

  private void over() {
    sound.talksTo(null);
    invite = "";
    talking = false;
  }

  private void challenged(String message) {
    String challenge =
        message
            .lines()
            .filter(line -> line.startsWith("WWW-Authenticate:"))
            .filter(line -> !line.contains("SHA"))
            .findFirst()
            .orElseThrow();
    String realm = group(challenge, "realm=\"([^\"]*)\"");
    String nonce = group(challenge, "nonce=\"([^\"]*)\"");
    String opaque = group(challenge, "opaque=\"([^\"]*)\"");
    String mine = "0a4f113b";
    String uri = "sip:" + LOOPBACK;
    String proof =
        md5(
            String.join(
                ":",
                md5(user + ":" + realm + ":" + password),
                nonce,
                "00000001",
                mine,
                "auth",
                md5("REGISTER:" + uri)));
    String authorization =
        ("Authorization: Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\","
                + " response=\"%s\", algorithm=MD5, cnonce=\"%s\", opaque=\"%s\", qop=auth,"
                + " nc=00000001\r\n")
            .formatted(user, realm, nonce, uri, proof, mine, opaque);
    sendRegister(authorization, expires);
  }

  private void sendRegister(String authorization, int seconds) {
    expires = seconds;
    sequence++;
    String address = "<sip:" + user + "@" + LOOPBACK + ">";
    send(
        String.join(
            "\r\n",
            "REGISTER sip:" + LOOPBACK + " SIP/2.0",
            "Via: SIP/2.0/UDP " + here() + ";branch=z9hG4bK" + UUID.randomUUID(),
            "From: " + address + ";tag=" + tag,
            "To: " + address,
            "Call-ID: " + registration,
            "CSeq: " + sequence + " REGISTER",
            "Contact: <sip:" + user + "@" + here() + ">",
            "Expires: " + seconds,
            "Max-Forwards: 70",
            authorization + "Content-Length: 0",
            "",
            ""));
  }

  private String response(String request, String status, boolean withSound) {
    String sound =
        withSound
            ? String.join(
                "\r\n",
                "v=0",
                "o=phone 1 1 IN IP4 " + LOOPBACK,
                "s=-",
                "c=IN IP4 " + LOOPBACK,
                "t=0 0",
                "m=audio " + this.sound.port() + " RTP/AVP 8",
                "a=rtpmap:8 PCMA/8000",
                "")
            : "";
    String to = header(request, "To");
    StringBuilder text = new StringBuilder("SIP/2.0 ").append(status).append("\r\n");
    request
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.startsWith("Via:") || line.startsWith("Record-Route:"))
        .forEach(line -> text.append(line).append("\r\n"));
    return text.append("From: ")
        .append(header(request, "From"))
        .append("\r\nTo: ")
        .append(to.contains(";tag=") ? to : to + ";tag=" + tag)
        .append("\r\nCall-ID: ")
        .append(header(request, "Call-ID"))
        .append("\r\nCSeq: ")
        .append(header(request, "CSeq"))
        .append("\r\nContact: <sip:" + user + "@" + here() + ">\r\n")
        .append(withSound ? "Content-Type: application/sdp\r\n" : "")
        .append("Content-Length: ")
        .append(sound.length())
        .append("\r\n\r\n")
        .append(sound)
        .toString();
  }

  private static InetSocketAddress soundOf(String message) {
    return new InetSocketAddress(LOOPBACK, Integer.parseInt(group(message, "m=audio ([0-9]+) ")));
  }

  private String here() {
    return LOOPBACK + ":" + socket.getLocalPort();
  }

  private void send(String message) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, server));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(String message, String name) {
    return message
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static String group(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    sound.close();
    socket.close();
  }
}
