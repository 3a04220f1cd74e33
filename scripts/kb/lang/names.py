"""What names look like in English, and which words are written with a capital and name nothing of their own."""

from __future__ import annotations

import re

NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'-]{3,}(?: [A-ZÀ-Þ][\w’'-]{2,}){0,3}")
COMMON_CAPITALS = frozenset(
    "January February March April May June July August September October November December Monday Tuesday"
    " Wednesday Thursday Friday Saturday Sunday Article Articles Clause Chapter Protocol Treaty Charter Agreement"
    " Council Assembly Secretariat Committee Staff Joint Collective Security Organisation Organization Union"
    " Soviet European Eurasian Central Asia Asian Europe West Western East Eastern North South Foreign Defence"
    " Defense Ministers Minister President Parliament Parliamentary Duma Senate Constitution Commonwealth"
    " Independent States State National Nations United General Secretary English Russian French German Kyrgyz"
    " Kazakh Tajik Uzbek Armenian Belarusian Azerbaijani Georgian American Chinese Afghan Serbian Ukrainian"
    " Turkish Iranian Caspian Caucasus Summit Session Statute Force Forces Peacekeeping Rapid Reaction Strategy"
    " Decision Resolution Declaration Statement Peace World War Cold Kremlin House Lower Upper Federal Federation"
    " Republic Republics Ministry Press Service Centre Center Crisis Response Military Commander Chief Marshal"
    " Colonel Lieutenant Major Islamic Taliban Christmas Easter Second First Third Fourth Fifth Sept Polish Serbs"
    " Turks Poles Czechs".split()
)
"""Words of the subject and of the calendar that a sentence may have on its own account."""
CAPITALS = {
    "Washington": ("American", "United States", "U.S.", "US", "State Department"), "Beijing": ("China", "Chinese"),
    "Brussels": ("NATO", "European Union"), "Kyiv": ("Ukraine",), "London": ("British", "Britain"),
    "Paris": ("France", "French"), "Berlin": ("Germany",), "Ankara": ("Turkey", "Turkish"), "Tehran": ("Iran",),
    "Baku": ("Azerbaijan",), "Tbilisi": ("Georgia",), "Warsaw": ("Poland", "Polish"), "Tokyo": ("Japan",),
    "Delhi": ("India",), "Islamabad": ("Pakistan",), "Kabul": ("Afghanistan",), "Belgrade": ("Serbia",),
    "Chisinau": ("Moldova",), "Ashgabat": ("Turkmenistan",), "Ottawa": ("Canada",), "Rome": ("Italy", "Italian"),
}  # fmt: skip
"""What the name of a capital stands for where it acts: *Washington held*."""
NATIONALITIES = frozenset(
    "Afghan Albanian Algerian American Argentine Armenian Australian Austrian Azerbaijani Bangladeshi Belarusian"
    " Belgian Bolivian Bosnian Brazilian British Bulgarian Burmese Cambodian Canadian Chilean Chinese Colombian"
    " Croatian Cuban Cypriot Czech Danish Dutch Egyptian English Estonian Ethiopian Finnish French Georgian German"
    " Greek Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Japanese Jordanian Kazakh"
    " Kenyan Korean Kuwaiti Kyrgyz Latvian Lebanese Libyan Lithuanian Macedonian Malaysian Maltese Mexican"
    " Moldovan Mongolian Montenegrin Moroccan Nepalese Nigerian Norwegian Omani Pakistani Palestinian Peruvian"
    " Polish Portuguese Qatari Romanian Russian Saudi Scottish Serbian Singaporean Slovak Slovene Slovenian"
    " Spanish Sudanese Swedish Swiss Syrian Tajik Thai Tunisian Turkish Turkmen Ukrainian Uzbek Venezuelan"
    " Vietnamese Welsh Yemeni".split()
)
"""Adjectives of states: however near to another's, each is itself."""
