package cn.wuye.hotline.backend.traffic.reconcile.command;

import cn.wuye.hotline.backend.database.OnMariaDb;

@OnMariaDb
class ReconcileCommandMariaDbIT extends ReconcileCommandCases {}
