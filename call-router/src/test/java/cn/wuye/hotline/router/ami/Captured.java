package cn.wuye.hotline.router.ami;

/** Events as Asterisk 22.10.1 sent them, with numbers changed. */
public final class Captured {
  private Captured() {}

  public static String newChannel(String id) {
    return """
    Event: Newchannel
    Privilege: call,all
    Channel: PJSIP/trunk-00000001
    ChannelState: 4
    ChannelStateDesc: Ring
    CallerIDNum: 13800000001
    CallerIDName: <unknown>
    ConnectedLineNum: <unknown>
    ConnectedLineName: <unknown>
    Language: cn
    AccountCode:
    Context: hotline-inbound
    Exten: 4001234567
    Priority: 1
    Uniqueid: %s
    Linkedid: %s
    """
        .formatted(id, id);
  }

  public static String up(String id) {
    return """
    Event: Newstate
    Privilege: call,all
    Channel: PJSIP/trunk-00000001
    ChannelState: 6
    ChannelStateDesc: Up
    CallerIDNum: 13800000001
    Uniqueid: %s
    Linkedid: %s
    """
        .formatted(id, id);
  }

  public static String hangup(String id, int cause) {
    return """
    Event: Hangup
    Privilege: call,all
    Channel: PJSIP/trunk-00000001
    ChannelState: 6
    ChannelStateDesc: Up
    Uniqueid: %s
    Linkedid: %s
    Cause: %d
    Cause-txt: Normal Clearing
    """
        .formatted(id, id, cause);
  }

  public static String bridgeEnter(String id, String bridge) {
    return """
    Event: BridgeEnter
    Privilege: call,all
    BridgeUniqueid: %s
    BridgeType: basic
    BridgeTechnology: simple_bridge
    BridgeNumChannels: 1
    Channel: PJSIP/trunk-00000001
    ChannelState: 6
    Uniqueid: %s
    Linkedid: %s
    """
        .formatted(bridge, id, id);
  }

  /** One row of CoreShowChannels. */
  public static String shown(String id, int state) {
    return """
    Event: CoreShowChannel
    ActionID: %%ID%%
    Channel: PJSIP/trunk-00000001
    ChannelState: %d
    ChannelStateDesc: Up
    CallerIDNum: 13800000001
    CallerIDName: <unknown>
    Context: hotline-inbound
    Exten: 4001234567
    Priority: 7
    Uniqueid: %s
    Linkedid: %s
    Application: AGI
    ApplicationData: agi://127.0.0.1:4573/hotline
    Duration: 00:00:14
    BridgeId: b-1

    """
        .formatted(state, id, id);
  }

  /** The library puts its own mark before our id: {@code mark#ours}; Asterisk gives it back. */
  public static String originateResponse(
      String actionId, String uniqueId, String response, int reason) {
    return """
    Event: OriginateResponse
    Privilege: call,all
    ActionID: %s
    Response: %s
    Channel: PJSIP/100
    Context: hotline-duty
    Exten: s
    Application: <unknown>
    Data: <unknown>
    Reason: %d
    Uniqueid: %s
    CallerIDNum: <unknown>
    CallerIDName: <unknown>
    """
        .formatted(actionId, response, reason, uniqueId);
  }
}
