/**
 * What people did with the system itself and with residents' data: an append-only log, chained by
 * hash, one chain a node.
 */
@NullMarked
package cn.wuye.hotline.backend.audit;

import org.jspecify.annotations.NullMarked;
