"""What refutes that which chatbots said of their own work: `referees`."""
