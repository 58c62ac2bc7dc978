package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.channel.LiveChannels;
import java.util.Collection;
import org.springframework.beans.factory.ObjectProvider;

/** What goes on in this node, by what the call router sees of its Asterisk. */
record NodeNow(
    AmiConnection ami,
    LiveChannels live,
    RouterRinger ringer,
    ObjectProvider<TelephoneStart> telephone)
    implements RouterSurveyor.Here {

  @Override
  public boolean ready() {
    TelephoneStart start = telephone.getIfAvailable();
    return ami.connected() && live.current() && start != null && start.open();
  }

  @Override
  public Collection<LiveChannel> channels() {
    return live.snapshot();
  }

  @Override
  public int waiting() {
    return ringer.waiting();
  }
}
