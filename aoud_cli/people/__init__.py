"""Who is who: names found where no profile knows them, and profiles proposed and checked."""
