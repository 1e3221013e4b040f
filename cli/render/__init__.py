"""Renderers: findings, reports and help as text, workbooks and machine formats. No computing."""
