package cn.wuye.hotline.router.ami;

import java.time.Instant;

/** Events as Asterisk 22.10.1 sent them, with numbers changed. */
public final class Captured {
  /** Asterisk's moment in the events of queues. */
  public static final Instant AT = Instant.ofEpochMilli(1_772_366_040_205L);

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

  /** One queue of QueueStatus. */
  public static String queueParams(String queue, int calls) {
    return """
    Event: QueueParams
    Queue: %s
    Max: 0
    Strategy: leastrecent
    Calls: %d
    Holdtime: 12
    TalkTime: 95
    Completed: 7
    Abandoned: 2
    ServiceLevel: 20
    ServicelevelPerf: 85.7
    ServicelevelPerf2: 66.7
    Weight: 0
    ActionID: %%ID%%

    """
        .formatted(queue, calls);
  }

  /** One member of QueueStatus. */
  public static String queueMember(
      String queue, String device, int status, int paused, String reason, long lastCall) {
    return """
    Event: QueueMember
    Queue: %s
    Name: 1001
    Location: %s
    StateInterface: %s
    Membership: dynamic
    Penalty: 10
    CallsTaken: 3
    LastCall: %d
    LastPause: 1772366000
    LoginTime: 1772360000
    InCall: 0
    Status: %d
    Paused: %d
    PausedReason: %s
    Wrapuptime: 0
    ActionID: %%ID%%

    """
        .formatted(queue, device, device, lastCall, status, paused, reason);
  }

  /** One waiting caller of QueueStatus. */
  public static String queueEntry(String queue, String id, int position, int wait) {
    return """
    Event: QueueEntry
    Queue: %s
    Position: %d
    Channel: PJSIP/trunk-00000001
    Uniqueid: %s
    CallerIDNum: 13800000001
    CallerIDName: unknown
    ConnectedLineNum: unknown
    ConnectedLineName: unknown
    Wait: %d
    Priority: 1000
    ActionID: %%ID%%

    """
        .formatted(queue, position, id, wait);
  }

  public static String joined(String queue, String id, int position) {
    return callerEvent("QueueCallerJoin", id)
        + "Queue: %s\nPosition: %d\nCount: %d\n".formatted(queue, position, position);
  }

  public static String left(String queue, String id) {
    return callerEvent("QueueCallerLeave", id)
        + "Queue: %s\nPosition: 1\nCount: 0\n".formatted(queue);
  }

  public static String agentCalled(String queue, String id, String device) {
    return agentEvent("AgentCalled", queue, id, device);
  }

  public static String agentConnect(String queue, String id, String device) {
    return agentEvent("AgentConnect", queue, id, device) + "HoldTime: 12\nRingTime: 3\n";
  }

  public static String agentComplete(String queue, String id, String device) {
    return agentEvent("AgentComplete", queue, id, device)
        + "HoldTime: 12\nTalkTime: 95\nReason: caller\n";
  }

  public static String agentRingNoAnswer(String queue, String id, String device) {
    return agentEvent("AgentRingNoAnswer", queue, id, device) + "RingTime: 15000\n";
  }

  /** The caller's own channel has the phone rung, as {@code Dial} does it; its channel is 9.9. */
  public static String dialBegins(String id, String device) {
    return callerEvent("DialBegin", id) + dialled(id, device);
  }

  /** {@code status} is ANSWER, NOANSWER, CANCEL … */
  public static String dialEnds(String id, String device, String status) {
    return callerEvent("DialEnd", id) + dialled(id, device) + "DialStatus: " + status + "\n";
  }

  private static String dialled(String id, String device) {
    return """
    DestChannel: %s-00000002
    DestChannelState: 5
    DestChannelStateDesc: Ringing
    DestUniqueid: 9.9
    DestLinkedid: %s
    """
        .formatted(device, id);
  }

  /** {@code kind} is Status, Added, Removed or Pause. */
  public static String memberEvent(
      String kind, String queue, String device, int status, int paused, String reason) {
    return memberEvent(kind, queue, device, status, paused, reason, 0);
  }

  /** {@code lastCall}: epoch seconds of her last call's end. */
  public static String memberEvent(
      String kind,
      String queue,
      String device,
      int status,
      int paused,
      String reason,
      long lastCall) {
    return """
    Event: QueueMember%s
    Privilege: agent,all
    Timestamp: 1772366040.205154
    SystemName: node-1
    Queue: %s
    MemberName: 1001
    Interface: %s
    StateInterface: %s
    Membership: dynamic
    Penalty: 10
    CallsTaken: 3
    LastCall: %d
    LastPause: 0
    LoginTime: 1772360000
    InCall: 0
    Status: %d
    Paused: %d
    PausedReason: %s
    Ringinuse: 0
    Wrapuptime: 0
    """
        .formatted(kind, queue, device, device, lastCall, status, paused, reason);
  }

  public static String memberPenalty(String queue, String device, int penalty) {
    return """
    Event: QueueMemberPenalty
    Privilege: agent,all
    Timestamp: 1772366040.205154
    SystemName: node-1
    Queue: %s
    Interface: %s
    Penalty: %d
    """
        .formatted(queue, device, penalty);
  }

  private static String callerEvent(String event, String id) {
    return """
    Event: %s
    Privilege: agent,all
    Timestamp: 1772366040.205154
    SystemName: node-1
    Channel: PJSIP/trunk-00000001
    ChannelState: 6
    ChannelStateDesc: Up
    CallerIDNum: 13800000001
    CallerIDName: <unknown>
    ConnectedLineNum: <unknown>
    ConnectedLineName: <unknown>
    Language: zh
    AccountCode:
    Context: hotline-inbound
    Exten: 4001234567
    Priority: 7
    Uniqueid: %s
    Linkedid: %s
    """
        .formatted(event, id, id);
  }

  private static String agentEvent(String event, String queue, String id, String device) {
    return callerEvent(event, id)
        + dialled(id, device)
        + """
        Queue: %s
        Interface: %s
        MemberName: 1001
        """
            .formatted(queue, device);
  }
}
