-- #region preflight
return 204
-- #endregion
