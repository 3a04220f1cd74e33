"""The temporal network: dates, durations and order words of the ledger as difference constraints between days."""
