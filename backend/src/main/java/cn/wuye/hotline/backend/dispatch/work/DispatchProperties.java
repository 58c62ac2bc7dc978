package cn.wuye.hotline.backend.dispatch.work;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How tickets are given to people.
 *
 * @param automatic whether the machine chooses; without anybody in a department it never does
 * @param patience how long a ticket that is no emergency waits to be complete before it is looked
 *     at: the call may still be going on
 * @param poll how often each node looks for tickets that wait
 * @param retry after how long a ticket that nobody could do is tried again, if no shift begins
 *     before
 */
@Validated
@ConfigurationProperties("hotline.dispatch")
record DispatchProperties(
    @DefaultValue("true") boolean automatic,
    @DefaultValue("15s") @NotNull Duration patience,
    @DefaultValue("5s") @NotNull Duration poll,
    @DefaultValue("5m") @NotNull Duration retry) {}
