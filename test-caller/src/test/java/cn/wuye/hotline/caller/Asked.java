package cn.wuye.hotline.caller;

import cn.wuye.hotline.caller.call.CallRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a survey after its resident was phoned.
 *
 * @param call as she experienced it
 * @param id of the call
 * @param state of the survey
 * @param ticketState of her ticket
 * @param outcome of the call
 * @param ended when the call did
 * @param due when she is phoned again; empty when she is not
 * @param solved what she answered; empty for nothing
 * @param satisfaction 5 to 1; 0 when she gave none
 * @param dissatisfied whether the work begins again
 * @param task what is left to people; empty for nothing
 */
record Asked(
    CallRecord call,
    String id,
    String state,
    String ticketState,
    String outcome,
    Instant ended,
    Optional<Instant> due,
    String solved,
    int satisfaction,
    boolean dissatisfied,
    String task) {}
