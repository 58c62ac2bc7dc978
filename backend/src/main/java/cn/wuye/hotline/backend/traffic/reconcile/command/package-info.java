/** {@code ./hotline reconcile}: reads both logs of a node and prints what differs. */
@NullMarked
package cn.wuye.hotline.backend.traffic.reconcile.command;

import org.jspecify.annotations.NullMarked;
