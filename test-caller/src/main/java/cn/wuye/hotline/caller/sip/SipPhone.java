package cn.wuye.hotline.caller.sip;

import cn.wuye.hotline.caller.sound.Track;
import cn.wuye.hotline.ivr.audiosocket.CallThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An agent's telephone on this machine, over UDP: registers with its password, rings, is answered
 * when it is told to, dials, and sounds a tone as long as it talks.
 */
public final class SipPhone implements AutoCloseable {
  private static final int LONGEST_MESSAGE = 65_535;
  private static final int REGISTERED_SECONDS = 3600;
  private static final String HERE = "127.0.0.1";
  private static final int PATIENCE_SECONDS = 10;

  private final String user;
  private final String password;
  private final int hertz;
  private final InetSocketAddress server;
  private final DatagramSocket socket;
  private final String registration = UUID.randomUUID().toString();
  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private final List<String> rung = new CopyOnWriteArrayList<>();
  private final List<Track> heard = new CopyOnWriteArrayList<>();
  private volatile Consumer<SipPhone> bell = SipPhone::answer;
  private volatile boolean registered;
  private int sequence = 1;

  /** The INVITE for which it rings or talks; none without one. */
  private SipMessage invite = SipMessage.NONE;

  private boolean talking;
  private @Nullable RtpSound sound;
  private @Nullable Dialled dialled;

  /** A call that it has made. */
  private static final class Dialled {
    final String number;
    final String callId = UUID.randomUUID().toString();
    final CompletableFuture<Boolean> over = new CompletableFuture<>();
    boolean proved;

    Dialled(String number) {
      this.number = number;
    }
  }

  /**
   * @param serverPort where Asterisk listens on this machine
   * @param hertz of its tone; 0 for silence
   */
  public SipPhone(String user, String password, int serverPort, int hertz) throws IOException {
    this.user = user;
    this.password = password;
    this.hertz = hertz;
    this.server = new InetSocketAddress(HERE, serverPort);
    this.socket = new DatagramSocket(0, InetAddress.getByName(HERE));
    CallThreads.named("phone-" + user + "-").newThread(this::read).start();
  }

  public String user() {
    return user;
  }

  public int hertz() {
    return hertz;
  }

  /** The Call-IDs of the calls for which it rang, in their order. */
  public List<String> rung() {
    return List.copyOf(rung);
  }

  /** What was heard in each talk, in their order; the last goes on while it talks. */
  public List<Track> heard() {
    return List.copyOf(heard);
  }

  public boolean registered() {
    return registered;
  }

  public synchronized boolean talking() {
    return talking;
  }

  /**
   * What is done when it rings; at first it is answered at once.
   *
   * @param what is called on the thread that reads, and returns soon
   */
  public void whenItRings(Consumer<SipPhone> what) {
    bell = what;
  }

  public synchronized void register() {
    sendRegister("");
  }

  /** Takes the call that rings, if one still does. */
  public synchronized void answer() {
    if (invite.isEmpty() || talking) {
      return;
    }
    talking = true;
    try {
      RtpSound opened = new RtpSound(hertz);
      sound = opened;
      heard.add(opened.heard());
      send(response(invite, "200 OK", opened.port()));
      opened.towards(invite.mediaAddress(), invite.mediaPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the talk, if there is one. */
  public synchronized void hangUp() {
    if (!talking) {
      return;
    }
    send(
        String.join(
            "\r\n",
            "BYE " + invite.uri("Contact") + " SIP/2.0",
            via(),
            "From: " + invite.header("To") + ";tag=" + tag,
            "To: " + invite.header("From"),
            "Call-ID: " + invite.callId(),
            "CSeq: " + ++sequence + " BYE",
            "Max-Forwards: 70",
            "Content-Length: 0",
            "",
            ""));
    over();
  }

  /**
   * Dials keys of the desk, and waits until Asterisk has done with them.
   *
   * @throws IOException when it does not answer, or not in time
   */
  public void dial(String number) throws IOException {
    Dialled call = new Dialled(number);
    synchronized (this) {
      dialled = call;
      sendInvite(call, "");
    }
    try {
      if (!call.over.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(user + " dialled " + number + ", which was refused");
      }
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException(user + " dialled " + number + ", which does not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
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
      String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
      if (!text.isBlank() && take(new SipMessage(text))) {
        bell.accept(this);
      }
    }
  }

  /** Whether it begins to ring. */
  private synchronized boolean take(SipMessage message) {
    if (message.isResponse()) {
      answered(message);
      return false;
    }
    if (message.isRequest("INVITE")) {
      return invited(message);
    }
    if (!message.isRequest("ACK")) {
      send(response(message, "200 OK", 0));
    }
    if (message.isRequest("CANCEL") && !invite.isEmpty() && !talking) {
      send(response(invite, "487 Request Terminated", 0));
      over();
    } else if (message.isRequest("BYE")) {
      ended(message.callId());
    }
    return false;
  }

  private void ended(String callId) {
    Dialled call = dialled;
    if (call != null && call.callId.equals(callId)) {
      dialled = null;
      call.over.complete(true);
    } else if (callId.equals(invite.callId())) {
      over();
    }
  }

  private boolean invited(SipMessage message) {
    boolean known = message.callId().equals(invite.callId());
    if (!invite.isEmpty() && !known) {
      send(response(message, "486 Busy Here", 0));
      return false;
    }
    RtpSound open = sound;
    if (known && talking && open != null) {
      // Asterisk asks again, for another place of the sound.
      send(response(message, "200 OK", open.port()));
      if (message.mediaPort() > 0) {
        open.towards(message.mediaAddress(), message.mediaPort());
      }
      return false;
    }
    send(response(message, "180 Ringing", 0));
    if (known) {
      return false;
    }
    invite = message;
    rung.add(message.callId());
    return true;
  }

  private void over() {
    invite = SipMessage.NONE;
    talking = false;
    RtpSound open = sound;
    if (open != null) {
      open.close();
      sound = null;
    }
  }

  private void answered(SipMessage message) {
    if (message.method().equals("REGISTER")) {
      if (message.status() == 401) {
        sendRegister("Authorization: " + proof(message, "REGISTER", "sip:" + HERE) + "\r\n");
      } else if (message.status() == 200) {
        registered = !message.header("Contact").isEmpty();
      }
      return;
    }
    Dialled call = dialled;
    if (call != null
        && message.method().equals("INVITE")
        && message.callId().equals(call.callId)
        && message.status() >= 200) {
      answered(call, message);
    }
  }

  private void answered(Dialled call, SipMessage message) {
    sendAck(call, message);
    if (message.status() == 401 && !call.proved) {
      call.proved = true;
      sequence++;
      sendInvite(call, "Authorization: " + proof(message, "INVITE", uri(call)) + "\r\n");
    } else if (message.status() != 200) {
      dialled = null;
      call.over.complete(false);
    }
  }

  private String proof(SipMessage message, String method, String uri) {
    String challenge =
        message.headers("WWW-Authenticate").stream()
            .filter(line -> !line.contains("SHA"))
            .findFirst()
            .orElse("");
    return Digest.answer(challenge, method, uri, user, password);
  }

  private void sendRegister(String proof) {
    String address = "<sip:" + user + "@" + HERE + ">";
    sequence++;
    send(
        String.join(
            "\r\n",
            "REGISTER sip:" + HERE + " SIP/2.0",
            via(),
            "From: " + address + ";tag=" + tag,
            "To: " + address,
            "Call-ID: " + registration,
            "CSeq: " + sequence + " REGISTER",
            "Contact: <sip:" + user + "@" + here() + ">",
            "Expires: " + REGISTERED_SECONDS,
            "Max-Forwards: 70",
            proof + "Content-Length: 0",
            "",
            ""));
  }

  private static String uri(Dialled call) {
    return "sip:" + call.number + "@" + HERE;
  }

  private void sendInvite(Dialled call, String proof) {
    String sdp = sdp(socket.getLocalPort() + 1);
    send(
        String.join(
            "\r\n",
            "INVITE " + uri(call) + " SIP/2.0",
            via(),
            "From: <sip:" + user + "@" + HERE + ">;tag=" + tag,
            "To: <" + uri(call) + ">",
            "Call-ID: " + call.callId,
            "CSeq: " + sequence + " INVITE",
            "Contact: <sip:" + user + "@" + here() + ">",
            "Max-Forwards: 70",
            proof + "Content-Type: application/sdp",
            "Content-Length: " + sdp.length(),
            "",
            sdp));
  }

  private void sendAck(Dialled call, SipMessage message) {
    boolean good = message.status() == 200;
    send(
        String.join(
            "\r\n",
            "ACK " + (good ? message.uri("Contact") : uri(call)) + " SIP/2.0",
            good ? via() : "Via: " + message.header("Via"),
            "From: " + message.header("From"),
            "To: " + message.header("To"),
            "Call-ID: " + call.callId,
            "CSeq: " + message.header("CSeq").replace("INVITE", "ACK"),
            "Max-Forwards: 70",
            "Content-Length: 0",
            "",
            ""));
  }

  private String response(SipMessage request, String status, int soundPort) {
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
        .append("\r\nContact: <sip:" + user + "@" + here() + ">\r\n")
        .append(sdp.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
        .append("Content-Length: ")
        .append(sdp.length())
        .append("\r\n\r\n")
        .append(sdp)
        .toString();
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

  private String via() {
    return "Via: SIP/2.0/UDP " + here() + ";branch=z9hG4bK" + UUID.randomUUID();
  }

  private String here() {
    return HERE + ":" + socket.getLocalPort();
  }

  private void send(String message) {
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, server));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    hangUp();
    socket.close();
  }
}
