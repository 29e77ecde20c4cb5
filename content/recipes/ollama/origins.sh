# macOS
launchctl setenv OLLAMA_ORIGINS "https://app.example.com"

# Windows
setx OLLAMA_ORIGINS "https://app.example.com"

# Linux: sudo systemctl edit ollama
[Service]
Environment="OLLAMA_ORIGINS=https://app.example.com"

# Docker
docker run -d -e OLLAMA_ORIGINS="https://app.example.com" -p 11434:11434 ollama/ollama
