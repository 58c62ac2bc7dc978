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
  private static final int PATIENCE_SECONDS = 10;

  private final String user;
  private final String password;
  private final int hertz;
  private final InetSocketAddress server;
  private final DatagramSocket socket;
  private final String registration = UUID.randomUUID().toString();
  private final SipText texts;
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
  private @Nullable CompletableFuture<Integer> referred;

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
    this.server = new InetSocketAddress(SipText.HERE, serverPort);
    this.socket = new DatagramSocket(0, InetAddress.getByName(SipText.HERE));
    this.texts = new SipText(user, socket.getLocalPort());
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
      send(texts.response(invite, "200 OK", opened.port()));
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
    send(texts.inCall(invite, "BYE", ++sequence, ""));
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

  /**
   * Hands the talk on by the telephone's own key, unasked (REFER), and hangs up when that was done.
   *
   * @param number whom the other one is to talk with
   * @return the status that it led to: 200 when the other one is on the way there, another when it
   *     was refused
   * @throws IOException when there is no talk, or Asterisk does not say in time what became of it
   */
  public int refer(String number) throws IOException {
    CompletableFuture<Integer> outcome = new CompletableFuture<>();
    synchronized (this) {
      if (!talking) {
        throw new IOException(user + " talks with nobody who could be handed on to " + number);
      }
      referred = outcome;
      send(
          texts.inCall(invite, "REFER", ++sequence, "Refer-To: <" + SipText.uri(number) + ">\r\n"));
    }
    try {
      int status = outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (status == 200) {
        hangUp();
      }
      return status;
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException(user + " hands on to " + number + ", which does not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** What became of a REFER: its own answer when it was refused, else what Asterisk tells later. */
  private void referred(int status) {
    CompletableFuture<Integer> waits = referred;
    if (waits != null && status >= 200 && status != 202) {
      waits.complete(status);
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
      send(texts.response(message, "200 OK", 0));
    }
    if (message.isRequest("NOTIFY")) {
      message.told().ifPresent(this::referred);
    }
    if (message.isRequest("CANCEL") && !invite.isEmpty() && !talking) {
      send(texts.response(invite, "487 Request Terminated", 0));
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
      send(texts.response(message, "486 Busy Here", 0));
      return false;
    }
    RtpSound open = sound;
    if (known && talking && open != null) {
      // Asterisk asks again, for another place of the sound.
      send(texts.response(message, "200 OK", open.port()));
      if (message.mediaPort() > 0) {
        open.towards(message.mediaAddress(), message.mediaPort());
      }
      return false;
    }
    send(texts.response(message, "180 Ringing", 0));
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
        sendRegister(
            "Authorization: " + proof(message, "REGISTER", "sip:" + SipText.HERE) + "\r\n");
      } else if (message.status() == 200) {
        registered = !message.header("Contact").isEmpty();
      }
      return;
    }
    if (message.method().equals("REFER")) {
      referred(message.status());
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
    send(texts.ack(call.number, call.callId, message));
    if (message.status() == 401 && !call.proved) {
      call.proved = true;
      sequence++;
      sendInvite(
          call, "Authorization: " + proof(message, "INVITE", SipText.uri(call.number)) + "\r\n");
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
    send(texts.register(registration, ++sequence, proof));
  }

  private void sendInvite(Dialled call, String proof) {
    send(texts.invite(call.number, call.callId, sequence, proof));
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
