package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentStep;
import cn.wuye.hotline.router.control.CallControl.Move;
import cn.wuye.hotline.router.control.CallControl.Place;
import cn.wuye.hotline.router.control.ListenMode;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.queue.Membership;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A process that answers no calls: the desk can be looked at, and nothing else. */
final class NoTelephone implements DeskTelephone {
  private static TelephoneAway none() {
    return new TelephoneAway("this process has no telephone");
  }

  @Override
  public boolean seen() {
    return false;
  }

  @Override
  public AgentState state(String device) {
    return new AgentState.Gone(Instant.EPOCH);
  }

  @Override
  public Optional<String> pause(String device) {
    return Optional.empty();
  }

  @Override
  public void signIn(String device, List<Membership> places) {
    throw none();
  }

  @Override
  public void signOut(String device) {
    throw none();
  }

  @Override
  public void pause(String device, String reason) {
    throw none();
  }

  @Override
  public void resume(String device) {
    throw none();
  }

  @Override
  public AgentStep extendWrapUp(String device, Duration by) {
    throw none();
  }

  @Override
  public Optional<String> leg(String device, String call) {
    return Optional.empty();
  }

  @Override
  public boolean joined(String device, String call) {
    return false;
  }

  @Override
  public boolean up(String channel) {
    return false;
  }

  @Override
  public void hangUp(String channel) {
    throw none();
  }

  @Override
  public void mute(String channel, boolean on) {
    throw none();
  }

  @Override
  public void press(String channel, String keys) {
    throw none();
  }

  @Override
  public void pauseRecording(String channel, boolean paused) {
    throw none();
  }

  @Override
  public void send(String channel, Place to) {
    throw none();
  }

  @Override
  public void sendBoth(Move one, Move other) {
    throw none();
  }

  @Override
  public Ring ring(String id, String number, Place to, Duration longest) {
    throw none();
  }

  @Override
  public Ring ringDevice(String id, String device, Place to, Duration longest) {
    throw none();
  }

  @Override
  public Optional<String> listener(String device) {
    return Optional.empty();
  }

  @Override
  public Ring ringListener(
      String id, String device, String heard, ListenMode mode, Duration longest) {
    throw none();
  }

  @Override
  public void listen(String listener, String heard, ListenMode mode) {
    throw none();
  }
}
