# macOS
launchctl setenv OLLAMA_ORIGINS "https://app.example.com"

# Windows
setx OLLAMA_ORIGINS "https://app.example.com"

# Linux: sudo systemctl edit ollama
[Service]
Environment="OLLAMA_ORIGINS=https://app.example.com"

# Docker
docker run -d -p 11434:11434 \
  -e OLLAMA_ORIGINS="https://app.example.com" ollama/ollama
