"""The year's data: the contract a policy declares for it, and the tables that met the contract."""
