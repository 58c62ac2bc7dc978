package cn.wuye.hotline.backend.traffic.reconcile.command;

import cn.wuye.hotline.backend.database.OnMySql;

@OnMySql
class ReconcileCommandMySqlIT extends ReconcileCommandCases {}
