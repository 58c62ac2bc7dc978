package cn.wuye.hotline.router.channel;

import static cn.wuye.hotline.router.ami.AmiWords.text;

import cn.wuye.hotline.router.ami.AmiListener;
import cn.wuye.hotline.router.ami.AmiStatus;
import cn.wuye.hotline.router.ami.BlindSpan;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.asteriskjava.manager.event.BridgeEnterEvent;
import org.asteriskjava.manager.event.BridgeLeaveEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewCallerIdEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.RenameEvent;
import org.jspecify.annotations.Nullable;

/** Every channel of this node as it is now: rebuilt at each synchronisation, kept by events. */
public final class LiveChannels implements AmiListener {
  private final Clock clock;
  private final Map<String, LiveChannel> channels = new ConcurrentHashMap<>();
  private final List<ChannelsListener> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean current;

  public LiveChannels(Clock clock) {
    this.clock = clock;
  }

  public void addListener(ChannelsListener listener) {
    listeners.add(listener);
  }

  /** What is known now, in no order. While {@link #current} is false it may be out of date. */
  public Collection<LiveChannel> snapshot() {
    return List.copyOf(channels.values());
  }

  public Optional<LiveChannel> find(String id) {
    return Optional.ofNullable(channels.get(id));
  }

  /** Whether the connection is up, so that the snapshot is the present. */
  public boolean current() {
    return current;
  }

  @Override
  public void onStatus(AmiStatus status) {
    if (!status.up()) {
      current = false;
    }
  }

  @Override
  public void onSynchronised(List<CoreShowChannelEvent> existing, Optional<BlindSpan> blind) {
    Map<String, LiveChannel> fresh = new HashMap<>();
    for (CoreShowChannelEvent event : existing) {
      String id = text(event.getUniqueid());
      LiveChannel known = channels.get(id);
      fresh.put(id, Channels.of(event, known == null ? clock.instant() : known.since()));
    }
    channels.keySet().retainAll(fresh.keySet());
    channels.putAll(fresh);
    current = true;
    tell(l -> l.replaced(List.copyOf(fresh.values())));
  }

  @Override
  public void onEvent(ManagerEvent event) {
    if (event instanceof NewChannelEvent fresh) {
      Instant now = clock.instant();
      String id = text(fresh.getUniqueId());
      put(
          Channels.of(
              fresh, Optional.ofNullable(channels.get(id)).map(LiveChannel::since).orElse(now)));
    } else if (event instanceof HangupEvent hangup) {
      LiveChannel gone = channels.remove(text(hangup.getUniqueId()));
      if (gone != null) {
        tell(l -> l.gone(gone, Objects.requireNonNullElse(hangup.getCause(), 0)));
      }
    } else if (event instanceof NewStateEvent state && state.getChannelState() != null) {
      change(state.getUniqueId(), c -> c.withState(LiveChannel.State.of(state.getChannelState())));
    } else if (event instanceof BridgeEnterEvent enter) {
      change(enter.getUniqueId(), c -> c.withBridge(text(enter.getBridgeUniqueId())));
    } else if (event instanceof BridgeLeaveEvent leave) {
      change(
          leave.getUniqueId(),
          c -> c.bridgeId().equals(leave.getBridgeUniqueId()) ? c.withBridge("") : c);
    } else if (event instanceof RenameEvent rename) {
      change(rename.getUniqueId(), c -> c.withName(text(rename.getNewname())));
    } else if (event instanceof NewCallerIdEvent caller) {
      change(caller.getUniqueId(), c -> c.withCaller(Channels.masked(caller.getCallerIdNum())));
    }
  }

  private void change(@Nullable String id, UnaryOperator<LiveChannel> how) {
    LiveChannel known = channels.get(text(id));
    if (known != null) {
      put(how.apply(known));
    }
  }

  private void put(LiveChannel channel) {
    LiveChannel before = channels.put(channel.id(), channel);
    if (!channel.equals(before)) {
      tell(l -> l.changed(channel));
    }
  }

  private void tell(Consumer<ChannelsListener> news) {
    listeners.forEach(news);
  }
}
