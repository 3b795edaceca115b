"""What servers are told: headers, types, rules for hosts."""
